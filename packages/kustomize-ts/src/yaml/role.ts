import type { Node } from '../model/node.ts'

/** What a node is to the resource that it stands in, as far as keys that are there twice depend on it. */
export type Role = 'resource' | 'items' | 'metadata' | 'annotations' | 'labels' | 'other'

/**
 * What a key is that stands in a map again. An `error` in a resource; in a kustomization file a `warning`, and the last
 * one counts; in a strategic merge patch the first one does, of labels and annotations only when the patch is not
 * adapted to its target (see `adaptPatch`).
 */
export type DuplicateKeys = 'error' | 'warning' | 'patch' | 'adapted-patch'

export function roleOfEntry(role: Role, key: Node): Role {
  const name = key.kind === 'scalar' ? key.text : ''
  if (role === 'resource' && (name === 'metadata' || name === 'items')) return name
  return role === 'metadata' && (name === 'annotations' || name === 'labels') ? name : 'other'
}

/** The maps that kustomize rebuilds before it looks for duplicates. */
const rebuilt: Readonly<Record<DuplicateKeys, readonly string[]>> = {
  error: ['annotations'],
  warning: [],
  patch: [],
  'adapted-patch': ['annotations', 'labels'],
}

/**
 * What kustomize makes of two values of one key where it rebuilds the annotations of a resource, or the labels of a
 * patch: of two such maps all entries, the first of each name; of two values of one entry the last. Undefined where a
 * duplicate is what it is.
 */
export function joinDuplicates(
  role: Role,
  key: string,
  first: Node,
  second: Node,
  duplicateKeys: DuplicateKeys,
): Node | undefined {
  if (rebuilt[duplicateKeys].includes(role)) return second
  if (role !== 'metadata' || !rebuilt[duplicateKeys].includes(key)) return undefined
  if (first.kind !== 'map') return isNull(first) ? second : undefined
  if (second.kind !== 'map') return isNull(second) ? first : undefined
  return { ...first, entries: new Map([...second.entries, ...first.entries]) }
}

function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.tag === 'null'
}
