import type { MapEntry, MapNode, Node, ScalarNode, SeqNode } from '../model/node.ts'

/**
 * The tree after a change in which every place of a shared scalar has its new value. kustomize puts one node into all
 * fields that one label or annotation makes in a resource, and sets later values inside of it: a patch of
 * `metadata.labels` changes a selector that `commonLabels` made.
 */
export function followShared(old: MapNode, changed: MapNode): MapNode {
  const unordered: Change[] = []
  findChanges(old, changed, unordered, false)
  if (unordered.length === 0) return changed
  const changes: Change[] = []
  findChanges(old, changed, changes, true)
  const newest = new Map<Node, Node>(changes)
  // A place whose value stays may change its style.
  for (const [before, after] of changes) if (after.text !== before.text) newest.set(before, after)
  for (const [before, after] of changes) newest.set(after, newest.get(before) ?? after)
  const followed = replaceNodes(changed, newest)
  return followed.kind === 'map' ? followed : changed
}

/** A shared scalar, and what stands in one of its places now. */
type Change = readonly [ScalarNode, ScalarNode]

/** Ordered, keys come as in kustomize, so that of two values for one shared scalar the last one counts. */
function findChanges(old: Node, changed: Node, changes: Change[], isOrdered: boolean): void {
  if (old === changed || old.kind !== changed.kind) return
  if (old.kind === 'scalar') {
    if (old.shared && changed.kind === 'scalar') changes.push([old, changed])
  } else if (old.kind === 'seq' && changed.kind === 'seq') {
    findItemChanges(old, changed, changes, isOrdered)
  } else if (old.kind === 'map' && changed.kind === 'map') {
    findEntryChanges(old, changed, changes, isOrdered)
  }
}

function findEntryChanges(old: MapNode, changed: MapNode, changes: Change[], isOrdered: boolean): void {
  for (const [key, entry] of isOrdered ? [...old.entries].sort(byKey) : old.entries) {
    const value = changed.entries.get(key)?.value
    if (value !== undefined) findChanges(entry.value, value, changes, isOrdered)
  }
}

function byKey([a]: readonly [string, MapEntry], [b]: readonly [string, MapEntry]): number {
  return a < b ? -1 : 1
}

/** Elements that moved are known by their place in the source. */
function findItemChanges(old: SeqNode, changed: SeqNode, changes: Change[], isOrdered: boolean): void {
  const byPlace = new Map(changed.items.map(item => [item.at, item]))
  for (const item of old.items) {
    const other = byPlace.get(item.at)
    if (other !== undefined) findChanges(item, other, changes, isOrdered)
  }
}

function replaceNodes(node: Node, newest: ReadonlyMap<Node, Node>): Node {
  if (node.kind === 'scalar') return newest.get(node) ?? node
  if (node.kind === 'seq') {
    const items = node.items.map(item => replaceNodes(item, newest))
    return items.some((item, i) => item !== node.items[i]) ? { ...node, items } : node
  }
  let isChanged = false
  const entries = new Map<string, MapEntry>()
  for (const [key, entry] of node.entries) {
    const value = replaceNodes(entry.value, newest)
    if (value !== entry.value) isChanged = true
    entries.set(key, value === entry.value ? entry : { key: entry.key, value })
  }
  return isChanged ? { ...node, entries } : node
}
