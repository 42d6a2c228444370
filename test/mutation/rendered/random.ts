import { createHash } from 'node:crypto'

/** A number that a text decides, so that what is drawn for one field does not hang on what other fields there are. */
export function drawNumber(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0)
}

/** In an order that a text decides; another item more leaves the order of all others as it is. */
export function shuffle<Item>(items: readonly Item[], seed: string, nameOf: (item: Item) => string): readonly Item[] {
  return items
    .map(item => ({ item, rank: drawNumber(`${seed}\n${nameOf(item)}`) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}
