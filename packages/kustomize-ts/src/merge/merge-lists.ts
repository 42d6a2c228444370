import type { Node, SeqNode } from '../model/node.ts'
import { type MergeSchema, noTypes, schemaOfItems } from '../tables/merge-schema.ts'
import { isAbsent, isEmptyMap } from './absent.ts'
import { readListDirective, readMapDirective } from './directive.ts'
import { type KeyValues, listKeyValues, selectUsedKeys, unifyKeyValues } from './element-keys.ts'
import { type Elements, findElement, setElement, textOf } from './elements.ts'
import { keepFlow } from './keep-flow.ts'
import type { ListMerge } from './list-merge.ts'
import { type MergeContext, reportKind } from './merge-context.ts'
import { mergeDistinct } from './merge-distinct.ts'
import type { MergeNodes } from './merge-nodes.ts'
import { warnOfLostDelete } from './warn-of-lost-delete.ts'

/**
 * Merges lists whose elements have keys: the patch's elements come first, in its order, merged with those of the same
 * keys; the target's others follow. Undefined when the patch deletes the list.
 */
export function mergeLists(
  target: SeqNode | undefined,
  patch: SeqNode | undefined,
  schema: MergeSchema,
  mergeNodes: MergeNodes,
  context: MergeContext,
): SeqNode | undefined {
  const chosen = chooseLists(target, patch, context)
  if (chosen === undefined) return undefined
  const own: Elements = { items: chosen.target.items }
  const work: ListMerge = {
    target: own,
    patch: chosen.patch === chosen.target ? own : chosen.patch && { items: chosen.patch.items },
    keys: schema.keys ?? [],
    itemSchema: schemaOfItems(context.table, schema),
    mergeNodes,
    context,
  }
  const items = mergeElements(work)
  if (isSame(items, chosen.target.items)) return chosen.target
  return { ...keepFlow(chosen.target, chosen.target, chosen.patch), items }
}

/** A list that is new or replaces the other is merged with itself, so that directives in it take effect. */
function chooseLists(
  target: SeqNode | undefined,
  patch: SeqNode | undefined,
  context: MergeContext,
): { readonly target: SeqNode; readonly patch: SeqNode | undefined } | undefined {
  if (target === undefined) return patch && { target: patch, patch }
  if (patch === undefined) return { target, patch }
  const directed = readListDirective(patch, context)
  if (directed.directive === 'delete') return undefined
  const isSelf = target === patch || directed.directive === 'replace'
  return { target: isSelf ? directed.patch : target, patch: directed.patch }
}

function mergeElements(work: ListMerge): readonly Node[] {
  return mergeDistinct(work) ?? mergeAny(work)
}

function mergeAny(work: ListMerge): readonly Node[] {
  const keys = work.keys.length === 0 ? [''] : work.keys
  const sources = [work.patch?.items ?? [], work.target.items]
  const listed = listKeyValues(sources, keys)
  const combinations = keys.length > 1 ? unifyKeyValues(listed) : listed
  if (combinations.length === 0) return work.target.items
  const usedKeys = selectUsedKeys(keys, combinations)
  const merged: Elements = { items: [] }
  for (const values of combinations) {
    mergeElement(merged, usedKeys, selectValues(values, keys, usedKeys), work)
  }
  for (const item of work.target.items) appendElement(merged, item, usedKeys, work.context)
  return merged.items
}

function selectValues(values: KeyValues, keys: readonly string[], usedKeys: readonly string[]): KeyValues {
  return values.filter((_, i) => usedKeys.includes(keys[i] ?? ''))
}

function mergeElement(merged: Elements, keys: readonly string[], values: KeyValues, work: ListMerge): void {
  const { target, patch, context } = work
  const sought = selectUsedKeys(keys, [values])
  const soughtValues = selectValues(values, keys, sought)
  const own = findElement(target.items, sought, soughtValues)
  const other = patch && findElement(patch.items, sought, soughtValues)
  if (own === undefined && other) warnOfLostDelete(other, context)
  const outcome = work.mergeNodes(own, other, work.itemSchema, context)
  const isInPlace = outcome.isTarget && own !== undefined && outcome.node !== undefined
  if (isInPlace) exchange(target, own, outcome.node)
  if (patch && other && !(isInPlace && own === other)) exchange(patch, other, withoutDirective(other))
  if (isAbsent(outcome.node) || isEmptyMap(outcome.node)) setElement(target, undefined, keys, values, context)
  else setElement(merged, outcome.node, keys, values, context)
}

/** Upstream changes elements in place: later steps find the changed one in the list. */
function exchange(list: Elements, old: Node, changed: Node): void {
  if (old !== changed) list.items = list.items.map(item => (item === old ? changed : item))
}

/** A directive is used up when its element has been merged once. */
function withoutDirective(element: Node): Node {
  if (element.kind !== 'map') return element
  return readMapDirective(element, { table: noTypes, diagnostics: [] }).patch
}

/** Puts an element of the target behind the merged ones, or in place of the one with the same keys. */
function appendElement(merged: Elements, item: Node, keys: readonly string[], context: MergeContext): void {
  if (keys[0] === '') {
    setElement(merged, item, keys, [textOf(item)], context)
    return
  }
  if (item.kind !== 'map' && !isAbsent(item)) reportKind(item, 'map', context)
  const values: string[] = []
  for (const key of keys) {
    const value = item.kind === 'map' ? item.entries.get(key)?.value : undefined
    if (value === undefined) merged.items = [...merged.items, item]
    else values.push(textOf(value))
  }
  if (keys.length > 1) setElement(merged, undefined, keys, values, context)
  setElement(merged, item, keys, values, context)
}

function isSame(a: readonly Node[], b: readonly Node[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i])
}
