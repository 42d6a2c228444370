import type { MapNode, Node, ScalarNode } from '../model/node.ts'

const at = { file: '/test.yaml', line: 1, column: 1 }

/** A tree for a plain JavaScript value, all of it at one place. Strings are quoted, as in JSON. */
export function nodeOf(value: unknown): Node {
  if (Array.isArray(value)) return { kind: 'seq', items: value.map(nodeOf), at }
  if (typeof value === 'object' && value !== null) return mapOf(value)
  return scalarOf(value)
}

export function mapOf(value: object): MapNode {
  const entries = Object.entries(value).map(([key, item]) => [key, { key: at, value: nodeOf(item) }] as const)
  return { kind: 'map', entries: new Map(entries), at }
}

function scalarOf(value: unknown): ScalarNode {
  if (typeof value === 'string') return { kind: 'scalar', tag: 'str', text: value, style: 'quoted', at }
  if (typeof value === 'boolean') return { kind: 'scalar', tag: 'bool', text: String(value), at }
  if (value === null || value === undefined) return { kind: 'scalar', tag: 'null', text: 'null', at }
  return { kind: 'scalar', tag: Number.isInteger(value) ? 'int' : 'float', text: String(value), at }
}
