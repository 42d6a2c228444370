import { parseFieldPath } from 'kustomize-ts'
import schema from '../../schemas/cluster.schema.json' with { type: 'json' }
import { nearest } from '../text/nearest.ts'

interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
}

/** A key of cluster.yaml, and how a text becomes its value. */
export interface SettingsKey {
  readonly path: readonly string[]
  toValue(text: string): unknown
}

/** The key that a dotted text means (`site.location.latitude`; `\.` is a dot in a key), or why it means none. */
export function readKey(text: string): SettingsKey | { readonly problem: string; readonly fix: string } {
  const path = parseFieldPath(text)
  let part: Schema = schema as Schema
  for (const [index, step] of path.entries()) {
    const known: Readonly<Record<string, Schema>> = part.properties ?? {}
    const own = Object.hasOwn(known, step) ? known[step] : undefined
    const next = own ?? (typeof part.additionalProperties === 'object' ? part.additionalProperties : undefined)
    if (next === undefined) return unknownKey(path.slice(0, index), step, Object.keys(known))
    part = next
  }
  if (part.properties !== undefined || typeof part.additionalProperties === 'object')
    return {
      problem: `"${text}" holds other keys`,
      fix: `write ${text}.${Object.keys(part.properties ?? { key: '' })[0]}`,
    }
  return { path, toValue: value => convert(value, part) }
}

function unknownKey(
  above: readonly string[],
  step: string,
  known: readonly string[],
): { problem: string; fix: string } {
  const whole = [...above, step].join('.')
  const near = nearest(step, known)
  const fix = near === undefined ? listKeys(above, known) : `did you mean "${[...above, near].join('.')}"?`
  return { problem: `cluster.yaml has no key "${whole}"`, fix }
}

function listKeys(above: readonly string[], known: readonly string[]): string {
  if (known.length === 0) return `${above.join('.')} holds no other keys`
  return `the keys ${above.length === 0 ? 'are' : `of ${above.join('.')} are`} ${known.join(', ')}`
}

/** A text as the type that the schema wants; one that is not of it stays a text, and the schema refuses it. */
function convert(text: string, { type, items }: Schema): unknown {
  if (type === 'array') return text.split(';').map(item => convert(item.trim(), items ?? {}))
  const isNumeric = (type === 'number' || type === 'integer') && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)
  if (isNumeric) return Number(text)
  return type === 'boolean' && /^(true|false)$/.test(text) ? text === 'true' : text
}
