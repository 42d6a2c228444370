import type { BuildContext } from '../build/target.ts'
import { rememberId } from '../item/identity.ts'
import { isNoted } from '../item/is-noted.ts'
import { applyJsonPatch } from '../json6902/apply-json-patch.ts'
import type { Operation } from '../json6902/operation.ts'
import type { Item } from '../model/item.ts'
import type { MapNode } from '../model/node.ts'
import { makeMap, makeText, removeEntry, setEntry } from '../node/set-text.ts'
import { reportNoteReaders } from './report-note-readers.ts'

/**
 * The item with a JSON patch on it. kustomize keeps its notes in annotations, so that a patch finds a map there even
 * where the manifest has none; `remembers` says whether it has noted the item's id just before.
 */
export function applyJson(item: Item, operations: readonly Operation[], remembers: boolean, build: BuildContext): Item {
  const before = remembers ? rememberId(item, build.isClusterScoped) : item
  const target = isNoted(before) ? withNotes(before) : before.root
  if (isNoted(before)) reportNoteReaders(operations, build)
  const { root, diagnostics } = applyJsonPatch(target, operations)
  diagnostics.forEach(build.report)
  return keepNotes({ ...before, root })
}

/** Where kustomize writes down an item's origin and transformations. Its other notes come back after a patch. */
const originKey = 'config.kubernetes.io/origin'
const transformationsKey = 'alpha.config.kubernetes.io/transformations'

function withNotes({ root, origin, transformations }: Item): MapNode {
  const metadata = root.entries.get('metadata')?.value
  if (metadata?.kind !== 'map') return root
  const old = metadata.entries.get('annotations')?.value
  const keys = [...(origin ? [originKey] : []), ...(transformations ? [transformationsKey] : [])]
  const start: MapNode = old?.kind === 'map' ? old : makeMap(metadata.at)
  const annotations = keys.reduce((map, key) => setEntry(map, key, makeText('', metadata.at), metadata.at), start)
  if (annotations === old) return root
  return setEntry(root, 'metadata', setEntry(metadata, 'annotations', annotations, metadata.at), metadata.at)
}

/** A patch that replaces all annotations loses what stands in them. */
function keepNotes({ origin, transformations, ...item }: Item): Item {
  const metadata = item.root.entries.get('metadata')?.value
  const annotations = metadata?.kind === 'map' ? metadata.entries.get('annotations')?.value : undefined
  if (metadata?.kind !== 'map' || annotations?.kind !== 'map') return item
  const cleaned = removeEntry(removeEntry(annotations, originKey), transformationsKey)
  const edited =
    cleaned.entries.size === 0
      ? removeEntry(metadata, 'annotations')
      : setEntry(metadata, 'annotations', cleaned, metadata.at)
  return {
    ...item,
    root: setEntry(item.root, 'metadata', edited, metadata.at),
    ...(origin && annotations.entries.has(originKey) && { origin }),
    ...(transformations && annotations.entries.has(transformationsKey) && { transformations }),
  }
}
