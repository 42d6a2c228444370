import type { Path } from 'kustomize-ts'
import type { FieldChange, ResourceChange } from '../model/change.ts'

/** Fields of any kind whose values nobody should read in a log or a comment. */
const sensitive = /passw|secret|token|credential|private.?key|api.?key/i
/** Names of objects, and of keys in them. */
const reference = /(Ref|Name|KeyRef|Path)$/
/** What a secret object may say openly. */
const open: readonly string[] = ['apiVersion', 'kind', 'metadata', 'type', 'immutable']

/** The changes with what is secret, or may be, replaced by a word that says only that it is other. */
export function hideSecrets({ resource, fields }: Omit<ResourceChange, 'marks'>): readonly FieldChange[] {
  const isSecret = resource.kind === 'Secret' || resource.kind === 'SealedSecret'
  return fields.map(field => (isSecret ? hideData(field) : hideSensitive(field)))
}

function hideData(field: FieldChange): FieldChange {
  return open.includes(String(field.path[0])) ? field : hide(field)
}

/** A name of a Secret is no secret, nor is a placeholder. */
function hideSensitive(field: FieldChange): FieldChange {
  const values = [field.before, field.after].filter(value => typeof value === 'string')
  const isOpen = values.every(value => /^\$\{\w+\}$/.test(value))
  return !isOpen && isSensitive(field.path) ? hide(field) : field
}

/** A value under a telling key, or that of an environment variable with such a name. */
function isSensitive(path: Path): boolean {
  const [above, key] = [path.at(-2), path.at(-1)].map(String)
  if (path[0] === 'metadata') return false
  return key === 'value' ? sensitive.test(above ?? '') : sensitive.test(key ?? '') && !reference.test(key ?? '')
}

function hide({ path, before, after }: FieldChange): FieldChange {
  const hidden = '(hidden)'
  return { path, ...(before !== undefined && { before: hidden }), ...(after !== undefined && { after: hidden }) }
}
