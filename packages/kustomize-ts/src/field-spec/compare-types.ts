import type { GvkPattern } from '../model/field-spec.ts'
import { legacyOrder } from '../tables/tables.ts'

const ranks = new Map([
  ...legacyOrder.first.map((kind, index) => [kind, index - legacyOrder.first.length] as const),
  ...legacyOrder.last.map((kind, index) => [kind, index + 1] as const),
])

/** The order in which kustomize keeps the specs of a configuration: by the rank of their kind, then by their type. */
export function compareTypes(one: GvkPattern, other: GvkPattern): number {
  const byRank = rankOf(one) - rankOf(other)
  if (byRank !== 0) return byRank
  const [a, b] = [describe(one), describe(other)]
  return a < b ? -1 : a > b ? 1 : 0
}

function rankOf({ kind = '' }: GvkPattern): number {
  return ranks.get(kind) ?? 0
}

function describe({ group, version, kind }: GvkPattern): string {
  return `${group || '~G'}_${version || '~V'}_${kind || '~K'}`
}
