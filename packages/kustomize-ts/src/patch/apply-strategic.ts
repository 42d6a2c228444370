import type { BuildContext } from '../build/target.ts'
import { rememberId } from '../item/identity.ts'
import { mergeStrategically } from '../merge/merge-strategically.ts'
import type { Item } from '../model/item.ts'
import type { MapNode } from '../model/node.ts'
import { removeEntry, setEntry } from '../node/set-text.ts'
import { keepNotes } from './keep-notes.ts'

export interface ChangeOptions {
  readonly allowNameChange: boolean
  readonly allowKindChange: boolean
}

/**
 * The item with a strategic merge patch on it; undefined where the patch deletes it. Its namespace stays, and so do its
 * name and kind unless the options allow their change.
 */
export function applyStrategic(
  item: Item,
  patch: MapNode,
  options: ChangeOptions,
  build: BuildContext,
): Item | undefined {
  const { allowNameChange, allowKindChange } = options
  const before = allowNameChange || allowKindChange ? rememberId(item, build.isClusterScoped) : item
  const { root, diagnostics } = mergeStrategically(item.root, patch, build.schema)
  diagnostics.forEach(build.report)
  if (root === undefined || root.entries.size === 0) return undefined
  const kind = allowKindChange ? root : keepEntry(root, item.root, 'kind')
  const kept = ['namespace', ...(allowNameChange ? [] : ['name'])]
  return keepNotes({ ...before, root: keepMetadata(kind, item.root, kept) }, patch)
}

function keepEntry(root: MapNode, original: MapNode, key: string): MapNode {
  const entry = original.entries.get(key)
  return entry === undefined ? removeEntry(root, key) : setEntry(root, key, entry.value, entry.key)
}

function keepMetadata(root: MapNode, original: MapNode, keys: readonly string[]): MapNode {
  const metadata = root.entries.get('metadata')?.value
  const from = original.entries.get('metadata')?.value
  if (from?.kind !== 'map') return root
  const merged: MapNode = metadata?.kind === 'map' ? metadata : { ...from, entries: new Map() }
  const kept = keys.reduce((map, key) => keepEntry(map, from, key), merged)
  return setEntry(root, 'metadata', kept, from.at)
}
