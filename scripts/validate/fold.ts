import type { Diagnostic } from '../model/diagnostic.ts'

/** A diagnostic as one unit yields it; absent where it belongs to no unit. */
export interface UnitDiagnostic {
  readonly unit?: string
  readonly diagnostic: Diagnostic
}

/**
 * One cause, one diagnostic: what several units report under the same code at the same place becomes one, with the
 * names of the units. Two that one unit has at the same place (two keys that an object lacks) stay two.
 */
export function fold(all: readonly UnitDiagnostic[]): readonly Diagnostic[] {
  const folded = new Map<string, { readonly diagnostic: Diagnostic; readonly units: Set<string> }>()
  const seen = new Map<string, number>()
  for (const { unit = '', diagnostic } of all) {
    const cause = causeOf(diagnostic)
    const nth = seen.get(`${unit}\n${cause}`) ?? 0
    seen.set(`${unit}\n${cause}`, nth + 1)
    const known = folded.get(`${nth}\n${cause}`)
    if (known) known.units.add(unit)
    else folded.set(`${nth}\n${cause}`, { diagnostic, units: new Set([unit]) })
  }
  return [...folded.values()].map(({ diagnostic, units }) => withUnits(diagnostic, [...units])).sort(byPlace)
}

function causeOf({ code, source, resource, message }: Diagnostic): string {
  if (source) return `${code}\n${source.file}:${source.line}:${source.column}`
  return `${code}\n${JSON.stringify(resource)}\n${message}`
}

function withUnits(diagnostic: Diagnostic, units: readonly string[]): Diagnostic {
  const clusters = units.filter(unit => unit !== '')
  return clusters.length === 0 ? diagnostic : { ...diagnostic, clusters }
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    compare(a.source?.file ?? '', b.source?.file ?? '') ||
    (a.source?.line ?? 0) - (b.source?.line ?? 0) ||
    (a.source?.column ?? 0) - (b.source?.column ?? 0) ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  )
}

/** By code units, so that the order is the same in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
