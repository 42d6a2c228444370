import type { Loaded } from '../model/loaded.ts'

export const nothing: Loaded = {
  kustomizations: [],
  units: [],
  compositions: [],
  owned: [],
  skipped: [],
  empty: 0,
  diagnostics: [],
}

/** What several PATHs hold; a kustomization named twice is judged once. */
export function mergeLoaded(parts: readonly Loaded[]): Loaded {
  const kustomizations = parts.flatMap(part => part.kustomizations)
  return {
    kustomizations: [...new Map(kustomizations.map(one => [one.folder, one])).values()],
    units: parts.flatMap(part => part.units),
    compositions: parts.flatMap(part => part.compositions),
    owned: [...new Set(parts.flatMap(part => part.owned))],
    skipped: parts.flatMap(part => part.skipped),
    empty: parts.reduce((sum, part) => sum + part.empty, 0),
    diagnostics: parts.flatMap(part => part.diagnostics),
  }
}
