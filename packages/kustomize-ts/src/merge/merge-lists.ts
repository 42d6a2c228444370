import type { Node, SeqNode } from '../model/node.ts'
import { type MergeSchema, noTypes, schemaOfItems } from '../tables/merge-schema.ts'
import { isAbsent, isEmptyMap } from './absent.ts'
import { readListDirective, readMapDirective } from './directive.ts'
import { type KeyValues, listKeyValues, selectUsedKeys, unifyKeyValues } from './element-keys.ts'
import { type Elements, findElement, setElement, textOf } from './elements.ts'
import { indexElements } from './index-elements.ts'
import { type MergeContext, reportKind } from './merge-context.ts'
import type { MergeNodes } from './merge-nodes.ts'

/** An associative list with its patch. Both are one object when a list is merged with itself. */
interface Work {
  readonly target: Elements
  readonly patch: Elements | undefined
  readonly keys: readonly string[]
  readonly itemSchema: MergeSchema | undefined
  readonly mergeNodes: MergeNodes
  readonly context: MergeContext
}

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
  const work: Work = {
    target: own,
    patch: chosen.patch === chosen.target ? own : chosen.patch && { items: chosen.patch.items },
    keys: schema.keys ?? [],
    itemSchema: schemaOfItems(context.table, schema),
    mergeNodes,
    context,
  }
  const items = mergeElements(work)
  return isSame(items, chosen.target.items) ? chosen.target : { ...chosen.target, items }
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

function mergeElements(work: Work): readonly Node[] {
  return mergeDistinct(work) ?? mergeAny(work)
}

/** The merge of lists whose elements can be told apart, in time proportional to their length. */
function mergeDistinct({ target, patch, keys, itemSchema, mergeNodes, context }: Work): readonly Node[] | undefined {
  const own = keys.length === 0 ? undefined : indexElements(target.items, keys)
  const others = patch === undefined ? noElements : indexElements(patch.items, keys)
  if (own === undefined || others === undefined) return undefined
  return [...new Set([...others.keys(), ...own.keys()])].flatMap(identity => {
    const [mine, other] = [own.get(identity), others.get(identity)]
    if (mine === undefined && other) warnOfLostDelete(other, context)
    const { node, isTarget } = mergeNodes(mine, other, itemSchema, context)
    if (isAbsent(node) || isEmptyMap(node)) return []
    // An element that replaces another is itself replaced by it, where upstream puts the target's back.
    return [mine === undefined || isTarget ? node : mine]
  })
}

const noElements: ReadonlyMap<string, Node> = new Map()

function mergeAny(work: Work): readonly Node[] {
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

function mergeElement(merged: Elements, keys: readonly string[], values: KeyValues, work: Work): void {
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

/** An element that is to be deleted and is not there: its keys are probably misspelt. */
function warnOfLostDelete(element: Node, context: MergeContext): void {
  if (element.kind !== 'map' || !element.entries.has('$patch')) return
  if (readMapDirective(element, { table: noTypes, diagnostics: [] }).directive !== 'delete') return
  const keys = [...element.entries].filter(([key]) => key !== '$patch')
  const parts = keys.flatMap(([key, { value }]) => (value.kind === 'scalar' ? [`${key} "${value.text}"`] : []))
  context.diagnostics.push({
    code: 'patch-deletes-nothing',
    severity: 'warning',
    message: `no element of this list has ${parts.join(', ') || 'these keys'}`,
    fix: 'write the keys as the target has them, or take the element out of the patch',
    source: keys[0]?.[1].value.at ?? element.at,
  })
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
