import type { Node, ScalarNode } from '../model/node.ts'
import { parseDecimal, parseInteger } from '../yaml/number.ts'
import { parseBoolean } from '../yaml/resolve-tag.ts'
import { printTimestamp } from '../yaml/timestamp.ts'

const values = new WeakMap<Node, unknown>()

/**
 * The plain data that a node stands for, as JSON would carry it: integers beyond 2^53 lose digits, timestamps are
 * strings. Computed once a node, so that what two resources share is shared in their values too: treat it as frozen.
 */
export function toValue(node: Node): unknown {
  if (node.kind === 'scalar') return scalarValue(node)
  const known = values.get(node)
  if (known !== undefined) return known
  const value = node.kind === 'seq' ? node.items.map(toValue) : mapValue(node.entries)
  values.set(node, value)
  return value
}

function mapValue(entries: ReadonlyMap<string, { readonly value: Node }>): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  for (const [key, entry] of entries) {
    if (key === '__proto__') Object.defineProperty(value, key, { value: toValue(entry.value), enumerable: true })
    else value[key] = toValue(entry.value)
  }
  return value
}

function scalarValue({ tag, text }: ScalarNode): unknown {
  if (tag === 'str') return text
  if (tag === 'null') return null
  if (tag === 'bool') return parseBoolean(text)
  if (tag === 'timestamp') return printTimestamp(text)
  const integer = tag === 'int' ? parseInteger(text) : undefined
  return integer === undefined ? (parseDecimal(text) ?? Number(text)) : Number(integer)
}
