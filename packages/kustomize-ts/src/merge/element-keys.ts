import type { Node } from '../model/node.ts'
import { isEmpty } from './absent.ts'
import { textOf } from './elements.ts'

/** The texts of an element's key fields; an empty one where a field is missing or empty. */
export type KeyValues = readonly string[]

/** All different combinations of key texts, in the order in which the lists have them. */
export function listKeyValues(lists: readonly (readonly Node[])[], keys: readonly string[]): KeyValues[] {
  const seen = new Map<string, KeyValues>()
  for (const item of lists.flat()) {
    const values = keys.map(key => keyText(item, key))
    const identity = JSON.stringify(values)
    if (!seen.has(identity)) seen.set(identity, values)
  }
  return [...seen.values()]
}

function keyText(item: Node, key: string): string {
  if (key === '') return textOf(item)
  const value = item.kind === 'map' ? item.entries.get(key)?.value : undefined
  return value === undefined || isEmpty(value) ? '' : textOf(value)
}

/**
 * Where two combinations differ only in what one of them leaves out, both become the fuller one. As upstream goes about
 * it, a combination is compared as it was when its turn came, whatever it has become since.
 */
export function unifyKeyValues(combinations: readonly KeyValues[]): KeyValues[] {
  const unified = [...combinations]
  for (const i of combinations.keys()) {
    const mine = unified[i] ?? []
    for (const j of combinations.keys()) {
      const both = unify(mine, unified[j] ?? [])
      if (both === undefined) continue
      unified[i] = both
      unified[j] = both
    }
  }
  return unified
}

/** Undefined where they contradict each other or have nothing in common. */
function unify(a: KeyValues, b: KeyValues): KeyValues | undefined {
  if (a.some((value, i) => value !== b[i] && value !== '' && b[i] !== '')) return undefined
  return a.some((value, i) => value === b[i]) ? a.map((value, i) => value || (b[i] ?? '')) : undefined
}

/** The keys that at least one combination has a text for, all of them where none has. */
export function selectUsedKeys(keys: readonly string[], combinations: readonly KeyValues[]): readonly string[] {
  const used = keys.filter((_, i) => combinations.some(values => values[i] !== ''))
  return used.length === 0 ? keys : used
}
