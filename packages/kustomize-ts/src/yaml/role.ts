import type { Node } from '../model/node.ts'

/** What a node is to the resource that it stands in, as far as keys that are there twice depend on it. */
export type Role = 'resource' | 'items' | 'metadata' | 'annotations' | 'other'

export function roleOfEntry(role: Role, key: Node): Role {
  const name = key.kind === 'scalar' ? key.text : ''
  if (role === 'resource' && (name === 'metadata' || name === 'items')) return name
  return role === 'metadata' && name === 'annotations' ? name : 'other'
}

/**
 * What kustomize makes of two values of one key where it rebuilds the annotations of a resource before it looks for
 * duplicates: of two maps of annotations all, the first of each name; of two values of one annotation the last.
 * Undefined where a duplicate is what it is.
 */
export function joinDuplicates(role: Role, key: string, first: Node, second: Node): Node | undefined {
  if (role === 'annotations') return second
  if (role !== 'metadata' || key !== 'annotations') return undefined
  if (first.kind !== 'map') return isNull(first) ? second : undefined
  if (second.kind !== 'map') return isNull(second) ? first : undefined
  return { ...first, entries: new Map([...second.entries, ...first.entries]) }
}

function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.tag === 'null'
}
