import type { Node } from '../model/node.ts'
import { isEmpty } from './absent.ts'

/**
 * The elements of a list by the texts of their keys. Undefined unless each is a map that has all its keys, and no two
 * have the same: almost every list is so, and none of upstream's surprises touches those.
 */
export function indexElements(items: readonly Node[], keys: readonly string[]): ReadonlyMap<string, Node> | undefined {
  const index = new Map<string, Node>()
  for (const item of items) {
    const identity = identify(item, keys)
    if (identity === undefined || index.has(identity)) return undefined
    index.set(identity, item)
  }
  return index
}

function identify(item: Node, keys: readonly string[]): string | undefined {
  if (item.kind !== 'map') return undefined
  const texts: string[] = []
  for (const key of keys) {
    const value = item.entries.get(key)?.value
    if (value?.kind !== 'scalar' || value.text === '' || isEmpty(value)) return undefined
    texts.push(value.text)
  }
  return texts.join('\0')
}
