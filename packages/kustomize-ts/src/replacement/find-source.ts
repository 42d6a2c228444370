import type { BuildContext } from '../build/target.ts'
import { previousIds, splitApiVersion } from '../item/identity.ts'
import { hasNotes, isNoted } from '../item/is-noted.ts'
import type { Replacement } from '../kustomization/fields.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Item } from '../model/item.ts'
import type { Node } from '../model/node.ts'
import type { Position } from '../model/position.ts'
import { makeUntyped } from '../node/set-text.ts'
import { parseFieldPath } from '../path/field-path.ts'
import { identify } from '../read/identify.ts'
import { type Lookup, lookUp } from './look-up.ts'

type Source = NonNullable<Replacement['source']>

/** What a replacement copies. */
export interface Copied {
  readonly value: Node
  /** The field that the value is read from anew for each copy, since copies may change it. */
  readonly from?: { readonly index: number; readonly path: readonly string[] }
}

/** The value that a replacement copies; undefined, after a report, where there is none. */
export function findSource(replacement: Replacement, items: readonly Item[], build: BuildContext): Copied | undefined {
  const { source, sourceValue } = replacement
  if (source !== undefined && sourceValue !== undefined) {
    const message = 'value and resource selectors are mutually exclusive'
    return refuse(build, 'source-and-value', message, 'keep either `source` or `sourceValue`', sourceValue.at)
  }
  if (sourceValue !== undefined) return { value: makeUntyped(sourceValue.text, sourceValue.at) }
  if (source === undefined) return undefined
  const item = findItem(source, items, build)
  const value = item === undefined ? undefined : readField(item, source, build)
  if (item === undefined || value === undefined) return undefined
  const isCut = (source.options?.delimiter?.text ?? '') !== ''
  return isCut ? { value } : { value, from: { index: items.indexOf(item), path: fieldsOf(source) } }
}

function fieldsOf({ fieldPath }: Source): readonly string[] {
  return parseFieldPath(fieldPath?.text || 'metadata.name')
}

function findItem(source: Source, items: readonly Item[], build: BuildContext): Item | undefined {
  const matches = items.filter(item => isSelected(item, source))
  const [item] = matches
  if (matches.length === 1) return item
  const name = describeSource(source)
  if (item !== undefined) {
    const names = matches.map(match => `${identify(match.root).kind}/${identify(match.root).name}`).join(', ')
    const message = `multiple matches for selector ${name}: ${names}`
    return refuse(build, 'replacement-source-ambiguous', message, 'add kind, name or namespace', source.at)
  }
  const message = `nothing selected by ${name}`
  return refuse(build, 'replacement-source-missing', message, 'name an object of this kustomization', source.at)
}

function isSelected(item: Item, source: Source): boolean {
  const { kind, name, namespace, apiVersion } = identify(item.root)
  const current = { kind, name, scope: namespace || 'default' }
  const { group, version } = splitApiVersion(apiVersion)
  if (source.group?.text && source.group.text !== group) return false
  if (source.version?.text && source.version.text !== version) return false
  return [current, ...previousIds(item)].some(
    id =>
      (!source.kind?.text || source.kind.text === id.kind) &&
      (!source.name?.text || source.name.text === id.name) &&
      (!source.namespace?.text || source.namespace.text === id.scope),
  )
}

function readField(item: Item, source: Source, build: BuildContext): Node | undefined {
  const path = source.fieldPath?.text || 'metadata.name'
  const at = source.fieldPath?.at ?? source.at
  const fields = fieldsOf(source)
  if (isNoted(item) && hasNotes(fields)) return refuseNotes(item, path, build, at)
  const found: Lookup = lookUp(item.root, fields)
  if ('failure' in found) {
    const message = `error looking up replacement source: ${found.failure}`
    return refuse(build, 'replacement-source-field', message, 'correct the path', at)
  }
  if (found.node === undefined || isEmpty(found.node)) {
    const message = `fieldPath \`${path}\` is missing for replacement source ${describeSource(source)}`
    return refuse(build, 'replacement-source-field', message, 'name a field that it has', at)
  }
  return cutValue(found.node, source, build)
}

function refuseNotes({ root }: Item, path: string, build: BuildContext, at: Position): undefined {
  const { kind, name } = identify(root)
  const message = `\`${path}\` of ${kind} "${name}" is copied together with what kustomize notes in its annotations while it builds (internal.config.kubernetes.io/…), which kustomize-ts does not write`
  return refuse(
    build,
    'replacement-copies-notes',
    message,
    'name the labels or annotations that are needed, one by one',
    at,
  )
}

/** The part of a text that a delimiter and an index choose. */
function cutValue(node: Node, source: Source, build: BuildContext): Node | undefined {
  const delimiter = source.options?.delimiter?.text ?? ''
  if (delimiter === '') return node
  const at = source.options?.at ?? source.at
  if (node.kind !== 'scalar') {
    const message = 'delimiter option can only be used with scalar nodes'
    return refuse(build, 'delimiter-without-text', message, 'remove the delimiter', at)
  }
  const index = Number(source.options?.index?.text ?? 0)
  const text = node.text.split(delimiter)[index]
  if (text !== undefined) return { ...node, text }
  const message = `options.index ${index} is out of bounds for value ${node.text}`
  return refuse(build, 'index-out-of-bounds', message, 'count from 0', at)
}

function isEmpty(node: Node): boolean {
  if (node.kind === 'map') return node.entries.size === 0
  return node.kind === 'seq' ? node.items.length === 0 : node.tag === 'null'
}

function describeSource({ group, version, kind, name, namespace, fieldPath }: Source): string {
  const gvk = [kind?.text || '[noKind]', version?.text || '[noVer]', group?.text || '[noGrp]'].join('.')
  const id = `${gvk}/${name?.text || '[noName]'}.${namespace?.text || '[noNs]'}`
  return fieldPath === undefined ? id : `${id}:${fieldPath.text}`
}

function refuse(
  build: BuildContext,
  code: string,
  message: string,
  fix: string,
  source: Diagnostic['source'] & object,
): undefined {
  build.report({ code, severity: 'error', message, fix, source })
  return undefined
}
