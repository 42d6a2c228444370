import type { BuildContext } from '../build/target.ts'
import { rememberId } from '../item/identity.ts'
import { applyJsonPatch } from '../json6902/apply-json-patch.ts'
import type { Operation } from '../json6902/operation.ts'
import type { Item } from '../model/item.ts'
import type { MapNode } from '../model/node.ts'
import { makeMap, removeEntry, setEntry } from '../node/set-text.ts'

/**
 * The item with a JSON patch on it. kustomize keeps its notes in annotations, so that a patch finds a map there even
 * where the manifest has none; `remembers` says whether it has noted the item's id just before.
 */
export function applyJson(item: Item, operations: readonly Operation[], remembers: boolean, build: BuildContext): Item {
  const before = remembers ? rememberId(item, build.isClusterScoped) : item
  const target = isNoted(before) ? withAnnotations(before.root) : before.root
  const { root, diagnostics } = applyJsonPatch(target, operations)
  diagnostics.forEach(build.report)
  return { ...before, root: withoutEmptyAnnotations(root) }
}

function isNoted(item: Item): boolean {
  return item.needsHash || item.previous.length > 0 || item.origin !== undefined
}

function withAnnotations(root: MapNode): MapNode {
  const metadata = root.entries.get('metadata')?.value
  if (metadata?.kind !== 'map' || metadata.entries.get('annotations')?.value.kind === 'map') return root
  return setEntry(root, 'metadata', setEntry(metadata, 'annotations', makeMap(metadata.at), metadata.at), metadata.at)
}

function withoutEmptyAnnotations(root: MapNode): MapNode {
  const metadata = root.entries.get('metadata')?.value
  const annotations = metadata?.kind === 'map' ? metadata.entries.get('annotations')?.value : undefined
  if (metadata?.kind !== 'map' || annotations?.kind !== 'map' || annotations.entries.size > 0) return root
  return setEntry(root, 'metadata', removeEntry(metadata, 'annotations'), metadata.at)
}
