import type { Node } from '../model/node.ts'

/** Merges treat a null as if nothing were there. */
export function isAbsent(node: Node | undefined): node is undefined {
  return node === undefined || isNull(node)
}

/** What kustomize set without a type is none, though it may be read as one. */
export function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.tag === 'null' && !node.untagged
}

/** Null, an empty map or an empty list. */
export function isEmpty(node: Node): boolean {
  return isNull(node) || isEmptyMap(node) || (node.kind === 'seq' && node.items.length === 0)
}

export function isEmptyMap(node: Node): boolean {
  return node.kind === 'map' && node.entries.size === 0
}
