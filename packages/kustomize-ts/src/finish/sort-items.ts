import type { BuildContext } from '../build/target.ts'
import { currentId, formatGvk, type Id } from '../item/identity.ts'
import type { SortOptions } from '../kustomization/fields.ts'
import type { Item } from '../model/item.ts'
import { legacyOrder } from '../tables/tables.ts'

/** Kinds that come first and kinds that come last, each in this order. */
export interface KindOrder {
  readonly first: readonly string[]
  readonly last: readonly string[]
}

export type Order = 'fifo' | KindOrder

/** The order that `sortOptions` ask for; undefined, after a report, where they contradict themselves. */
export function orderOf(options: SortOptions, build: BuildContext): Order | undefined {
  const { order, legacySortOptions } = options
  const refuse = (message: string, fix: string) => {
    build.report({ code: 'bad-sort-options', severity: 'error', message, fix, source: order?.at ?? options.at })
    return undefined
  }
  if (order?.text !== 'fifo' && order?.text !== 'legacy') {
    return refuse(
      `the field 'sortOptions.order' must be one of [fifo, legacy], not "${order?.text ?? ''}"`,
      'write fifo',
    )
  }
  if (order.text === 'legacy') {
    if (legacySortOptions === undefined) return legacyOrder
    const texts = (nodes: SortOptions['legacySortOptions'] & object, key: 'orderFirst' | 'orderLast') =>
      (nodes[key] ?? []).map(node => node.text)
    return { first: texts(legacySortOptions, 'orderFirst'), last: texts(legacySortOptions, 'orderLast') }
  }
  if (legacySortOptions === undefined) return 'fifo'
  const problem = "the field 'sortOptions.legacySortOptions' is set but the selected sort order is 'fifo', not 'legacy'"
  return refuse(problem, 'remove legacySortOptions, or write `order: legacy`')
}

export function sortItems(items: readonly Item[], order: Order, build: BuildContext): readonly Item[] {
  if (order === 'fifo') return items
  const ranks = rankKinds(order)
  return items
    .map(item => ({ item, keys: sortKeys(currentId(item, build.isClusterScoped), ranks) }))
    .sort((a, b) => compareSortKeys(a.keys, b.keys))
    .map(({ item }) => item)
}

function rankKinds({ first, last }: KindOrder): ReadonlyMap<string, number> {
  return new Map([
    ...first.map((kind, index) => [kind, index - first.length] as const),
    ...last.map((kind, index) => [kind, index + 1] as const),
  ])
}

interface SortKeys {
  readonly rank: number
  readonly type: string
  readonly isNamespace: boolean
  readonly isCore: boolean
  readonly id: string
}

function sortKeys(id: Id, ranks: ReadonlyMap<string, number>): SortKeys {
  return {
    rank: ranks.get(id.kind) ?? 0,
    type: `${id.group || '~G'}_${id.version || '~V'}_${id.kind || '~K'}`,
    isNamespace: id.kind === 'Namespace',
    isCore: id.group === '',
    id: `${formatGvk(id)}|${id.namespace || '~X'}|${id.name || '~N'}`,
  }
}

function compareSortKeys(a: SortKeys, b: SortKeys): number {
  if (a.type === b.type) return compareText(a.id, b.id)
  if (a.rank !== b.rank) return a.rank - b.rank
  // The Namespaces of the core group come before those of other API groups, although "~G" sorts after all names.
  if (a.isNamespace && b.isNamespace && (a.isCore || b.isCore)) return compareText(b.type, a.type)
  return compareText(a.type, b.type)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
