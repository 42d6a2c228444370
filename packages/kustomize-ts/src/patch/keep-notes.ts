import { forgetNotes } from '../item/forget-notes.ts'
import type { Item } from '../model/item.ts'
import type { MapNode, Node } from '../model/node.ts'

/**
 * The item after a strategic merge. kustomize keeps its notes on a resource in annotations: a patch that replaces or
 * deletes them all makes it forget earlier names, and that the name gets a hash.
 */
export function keepNotes(item: Item, patch: MapNode): Item {
  return wipesAnnotations(patch) ? forgetNotes(item) : item
}

function wipesAnnotations(patch: MapNode): boolean {
  const metadata = patch.entries.get('metadata')?.value
  const annotations = metadata?.kind === 'map' ? metadata.entries.get('annotations')?.value : undefined
  return [patch, metadata, annotations].some(wipes)
}

function wipes(node: Node | undefined): boolean {
  if (node?.kind === 'scalar') return node.tag === 'null'
  const directive = node?.kind === 'map' ? node.entries.get('$patch')?.value : undefined
  return directive?.kind === 'scalar' && (directive.text === 'replace' || directive.text === 'delete')
}
