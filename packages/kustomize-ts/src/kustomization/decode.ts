import type { Diagnostic } from '../model/diagnostic.ts'
import type { Node, ScalarNode } from '../model/node.ts'
import type { Provenance } from '../model/position.ts'
import { parseDecimal, parseInteger } from '../yaml/number.ts'
import { parseBoolean } from '../yaml/resolve-tag.ts'
import { nearestWord } from './nearest-word.ts'

export interface DecodeContext {
  readonly report: (diagnostic: Diagnostic) => void
  /** What the document is, for messages: "kustomization". */
  readonly subject: string
  /**
   * Plugin configurations are read less strictly: unknown fields are passed over (with a warning), and numbers and
   * booleans become text where text is wanted.
   */
  readonly lenient?: boolean
}

/**
 * Reads one value of a configuration file; `name` is the field's, for messages. A null counts as absent, as in Go's
 * JSON decoding. Undefined where the value is absent or wrong; what is wrong is reported.
 */
export type Decoder<T> = (node: Node, name: string, context: DecodeContext) => T | undefined

type Decoded<D> = D extends Decoder<infer T> ? T : never

/** A map with known fields, each where it is present, and the places of the map and of its keys. */
export type Struct<F> = { readonly [K in keyof F]?: Decoded<F[K]> } & {
  readonly at: Provenance
  readonly keys: ReadonlyMap<string, Provenance>
}

export const text: Decoder<ScalarNode> = (node, name, context) => {
  if (isNull(node)) return undefined
  if (node.kind === 'scalar' && node.tag === 'str') return node
  if (node.kind === 'scalar' && context.lenient === true) return { ...node, tag: 'str', text: printScalar(node) }
  return refuseType(node, name, 'text', context)
}

export const integer: Decoder<ScalarNode> = (node, name, context) => {
  if (isNull(node)) return undefined
  if (node.kind === 'scalar' && node.tag === 'int') return node
  return refuseType(node, name, 'a whole number', context)
}

export const flag: Decoder<boolean> = (node, name, context) => {
  if (isNull(node)) return undefined
  if (node.kind === 'scalar' && node.tag === 'bool') return /^(true|yes|on|y)$/i.test(node.text)
  return refuseType(node, name, 'true or false', context)
}

/** Any value, for a field that is only kept or refused. */
export const anything: Decoder<Node> = node => (isNull(node) ? undefined : node)

export function list<T>(item: Decoder<T>): Decoder<readonly T[]> {
  return (node, name, context) => {
    if (isNull(node)) return undefined
    if (node.kind !== 'seq') return refuseType(node, name, 'a list', context)
    return node.items.flatMap((entry, index) => item(fillNull(entry, item), `${name}[${index}]`, context) ?? [])
  }
}

/** Go's JSON decoder makes an empty text or an empty struct of a null that is an item of a list. */
function fillNull(entry: Node, item: Decoder<unknown>): Node {
  if (!isNull(entry)) return entry
  return item === text ? emptyText(entry) : { kind: 'map', entries: new Map(), at: entry.at }
}

export const textMap: Decoder<ReadonlyMap<string, ScalarNode>> = (node, name, context) => {
  if (isNull(node)) return undefined
  if (node.kind !== 'map') return refuseType(node, name, 'a map', context)
  const result = new Map<string, ScalarNode>()
  for (const [key, entry] of node.entries) {
    const value = isNull(entry.value) ? emptyText(entry.value) : text(entry.value, `${name}.${key}`, context)
    if (value !== undefined) result.set(key, value)
  }
  return result
}

/** Field names match without regard to case, as Go's JSON decoder has it; of two spellings the last one counts. */
export function struct<F extends Readonly<Record<string, Decoder<unknown>>>>(fields: F): Decoder<Struct<F>> {
  const names = new Map(Object.keys(fields).map(field => [field.toLowerCase(), field]))
  return (node, name, context) => {
    if (isNull(node)) return undefined
    if (node.kind !== 'map') return refuseType(node, name, 'a map', context)
    const values: Record<string, unknown> = {}
    const keys = new Map<string, Provenance>()
    for (const [key, entry] of node.entries) {
      const field = names.get(key.toLowerCase())
      if (field === undefined) {
        reportUnknown(key, entry.key, name, Object.keys(fields), context)
        continue
      }
      const value = fields[field]?.(entry.value, name === '' ? field : `${name}.${field}`, context)
      if (value !== undefined) values[field] = value
      keys.set(field, entry.key)
    }
    return { ...values, at: node.at, keys } as unknown as Struct<F>
  }
}

function reportUnknown(key: string, at: Provenance, name: string, known: readonly string[], context: DecodeContext) {
  const nearest = nearestWord(key, known)
  context.report({
    code: 'unknown-field',
    severity: context.lenient === true ? 'warning' : 'error',
    message: `unknown field "${key}" in ${name === '' ? `the ${context.subject}` : name}`,
    fix: nearest === undefined ? `remove it; known are ${known.join(', ')}` : `did you mean "${nearest}"?`,
    source: at,
  })
}

function refuseType(node: Node, name: string, wanted: string, context: DecodeContext): undefined {
  const found = node.kind === 'scalar' ? `"${node.text}" (${tagNames[node.tag]})` : `a ${kindNames[node.kind]}`
  const quote = node.kind === 'scalar' && wanted === 'text' ? `put it in quotes: "${node.text}"` : `write ${wanted}`
  context.report({
    code: 'wrong-type',
    severity: 'error',
    message: `${name === '' ? context.subject : name} is ${found}, not ${wanted}`,
    fix: quote,
    source: node.at,
  })
}

const kindNames = { map: 'map', seq: 'list' } as const
const tagNames = {
  str: 'text',
  int: 'a number',
  float: 'a number',
  bool: 'a boolean',
  null: 'null',
  timestamp: 'a time',
} as const

/** A scalar as Go prints it. */
function printScalar({ tag, text }: ScalarNode): string {
  if (tag === 'int') return parseInteger(text)?.toString() ?? text
  if (tag === 'float') return String(Number((parseDecimal(text) ?? Number(text)).toPrecision(7)))
  return tag === 'bool' ? String(parseBoolean(text)) : text
}

function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.tag === 'null'
}

function emptyText(node: Node): ScalarNode {
  return { kind: 'scalar', tag: 'str', text: '', at: node.at }
}
