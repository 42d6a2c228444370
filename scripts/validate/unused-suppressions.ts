import type { Diagnostic } from '../model/diagnostic.ts'
import type { JudgedSuppression } from './judge-resource.ts'
import type { JudgedUnit } from './judge-unit.ts'
import { unusedSuppression } from './suppressions.ts'

/**
 * Annotations that ignore nothing in any unit. One that only bases have is not judged: what it ignores may show in an
 * overlay alone, when all that the resource refers to is there.
 */
export function findUnusedSuppressions(units: readonly JudgedUnit[]): readonly Diagnostic[] {
  const all = units.flatMap(({ unit: { complete }, resources }) =>
    resources.flatMap(({ suppressions }) => suppressions.map(one => ({ ...one, complete, place: placeOf(one) }))),
  )
  const used = new Set(all.filter(({ isUsed }) => isUsed).map(({ place }) => place))
  const unused = all.filter(({ complete, place }) => complete && !used.has(place))
  return [...new Map(unused.map(({ place, suppression }) => [place, unusedSuppression(suppression)])).values()]
}

function placeOf({ suppression: { diagnosticAt } }: JudgedSuppression): string {
  return JSON.stringify(diagnosticAt.source)
}
