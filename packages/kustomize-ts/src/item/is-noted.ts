import type { Item } from '../model/item.ts'

/** Whether kustomize has noted something about an item by now, which it does in annotations. */
export function isNoted({ previous, needsHash, isGenerated, origin }: Item): boolean {
  return previous.length > 0 || needsHash || isGenerated === true || origin !== undefined
}

/** Whether a value at this path has the notes in it. */
export function hasNotes([first, second, third]: readonly string[]): boolean {
  return first === 'metadata' && (second === undefined || (second === 'annotations' && third === undefined))
}
