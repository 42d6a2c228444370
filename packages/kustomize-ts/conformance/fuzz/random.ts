/** A source of chance that gives the same for the same seed. */
export interface Random {
  /** From 0 to below `count`. */
  integer(count: number): number
  chance(probability: number): boolean
  pick<T>(choices: readonly [T, ...T[]]): T
  /** Each item with this probability. */
  some<T>(items: readonly T[], probability: number): T[]
  /** A list of results, at least and at most so many. */
  times<T>(least: number, most: number, make: (index: number) => T): T[]
}

export function createRandom(seed: number): Random {
  const next = mulberry(seed)
  const integer = (count: number) => Math.floor(next() * count)
  return {
    integer,
    chance: probability => next() < probability,
    pick: choices => choices[integer(choices.length)] ?? choices[0],
    some: (items, probability) => items.filter(() => next() < probability),
    times: (least, most, make) => Array.from({ length: least + integer(most - least + 1) }, (_, index) => make(index)),
  }
}

/** Tommy Ettinger's mulberry32: 32 bits of state, numbers from 0 to below 1. */
function mulberry(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
