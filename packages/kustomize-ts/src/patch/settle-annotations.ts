import { isNoted } from '../item/is-noted.ts'
import type { Item } from '../model/item.ts'
import type { MapNode } from '../model/node.ts'
import { childAt, nodeAt } from '../node/node-at.ts'
import { setEntry } from '../node/set-text.ts'

/**
 * A patch with one value for each annotation. Of those that it has twice, the first counts where the target has
 * annotations, be they only kustomize's notes, to merge with; else both get there, and of those the last counts.
 */
export function settleAnnotations(patch: MapNode, target: Item): MapNode {
  const metadata = childAt(patch, 'metadata')
  const annotations = nodeAt(patch, ['metadata', 'annotations'])
  if (metadata?.kind !== 'map' || annotations?.kind !== 'map' || annotations.repeated === undefined) return patch
  const { repeated, ...settled } = annotations
  const isMerged = isNoted(target) || nodeAt(target.root, ['metadata', 'annotations'])?.kind === 'map'
  const entries = isMerged ? settled.entries : new Map([...settled.entries, ...repeated])
  return setEntry(
    patch,
    'metadata',
    setEntry(metadata, 'annotations', { ...settled, entries }, settled.at),
    metadata.at,
  )
}
