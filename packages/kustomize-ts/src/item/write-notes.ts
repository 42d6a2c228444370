import type { Item } from '../model/item.ts'
import type { MapEntry, MapNode } from '../model/node.ts'
import { setEntry } from '../node/set-text.ts'

/**
 * The item with something new to say of its origin. kustomize notes that in annotations, and writes all of them anew:
 * what a transformer made together with an annotation no longer changes with it.
 */
export function writeNotes(item: Item, notes: Partial<Omit<Item, 'root'>>): Item {
  return { ...item, ...notes, root: separateAnnotations(item.root) }
}

function separateAnnotations(root: MapNode): MapNode {
  const metadata = root.entries.get('metadata')?.value
  const annotations = metadata?.kind === 'map' ? metadata.entries.get('annotations')?.value : undefined
  if (metadata?.kind !== 'map' || annotations?.kind !== 'map' || ![...annotations.entries.values()].some(isShared)) {
    return root
  }
  const entries = new Map([...annotations.entries].map(([key, entry]) => [key, separate(entry)]))
  const separated = setEntry(metadata, 'annotations', { ...annotations, entries }, metadata.at)
  return setEntry(root, 'metadata', separated, metadata.at)
}

function isShared({ value }: MapEntry): boolean {
  return value.kind === 'scalar' && value.shared === true
}

function separate(entry: MapEntry): MapEntry {
  if (entry.value.kind !== 'scalar' || !entry.value.shared) return entry
  const { shared: _, ...value } = entry.value
  return { ...entry, value }
}
