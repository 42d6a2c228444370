import type { Node } from '../model/node.ts'
import { isEmptyMap, isNull } from './absent.ts'
import { type MergeContext, reportKind } from './merge-context.ts'

/**
 * The elements of an associative list under work. Fields are named by `keys`, their texts by `values`; the single key
 * `''` stands for the element itself, in a list of scalars.
 */
export interface Elements {
  items: readonly Node[]
}

/** The text by which an element or its key is told apart; collections have none. */
export function textOf(node: Node): string {
  return node.kind === 'scalar' ? node.text : ''
}

/** The first element whose fields are all there with these very texts. */
export function findElement(
  items: readonly Node[],
  keys: readonly string[],
  values: readonly string[],
): Node | undefined {
  if (keys[0] === '') return items.find(item => textOf(item) === values[0])
  return items.find(item => {
    if (item.kind !== 'map') return false
    return keys.every((key, i) => {
      const entry = item.entries.get(key)
      return entry !== undefined && textOf(entry.value) === values[i]
    })
  })
}

/**
 * Replaces the elements that match by `element`, or removes them when there is none; appends it where nothing matches.
 * By the rules of kyaml's ElementSetter: an empty text matches any value, nulls and empty maps are lost on the way,
 * and without any text nothing matches and nothing is kept.
 */
export function setElement(
  list: Elements,
  element: Node | undefined,
  keys: readonly string[],
  values: readonly string[],
  context: MergeContext,
): void {
  const onlyMaps = keys[0] !== '' && (values[0] ?? '') !== ''
  let isMatched = false
  const kept = list.items.flatMap(item => {
    if (isNull(item) || isEmptyMap(item)) return []
    if (onlyMaps && item.kind !== 'map') return [item]
    if (!matches(item, keys, values, context)) return values.length > 0 ? [item] : []
    isMatched = true
    return element === undefined ? [] : [element]
  })
  const isAppended = !isMatched && element !== undefined && !isNull(element)
  list.items = isAppended ? [...kept, element] : kept
}

function matches(item: Node, keys: readonly string[], values: readonly string[], context: MergeContext): boolean {
  return (
    values.length > 0 && keys.every((key, i) => i >= values.length || matchesKey(item, key, values[i] ?? '', context))
  )
}

function matchesKey(item: Node, key: string, value: string, context: MergeContext): boolean {
  const expected = key === '' ? 'scalar' : 'map'
  if (item.kind !== expected) reportKind(item, expected, context)
  if (item.kind !== 'map') return textOf(item) === value
  const entry = item.entries.get(key)
  return entry !== undefined && (value === '' || textOf(entry.value) === value)
}
