import type { Position } from 'kustomize-ts'
import type { Defect, Detector } from './defect.ts'
import { detectors } from './detect/index.ts'
import type { Site } from './site.ts'

/** All defects of a site, by the place where they show first. The same problem in many places is one defect. */
export function detect(site: Site, sites: readonly Site[]): readonly Defect[] {
  return detectors.flatMap(detector => fold(detector, site, sites)).sort(byPlace)
}

function fold({ find, ...detector }: Detector, site: Site, sites: readonly Site[]): readonly Defect[] {
  const places = new Map<string, Map<string, Position>>()
  for (const { message, at } of find(site, sites)) {
    const { file, line, column } = at
    const known = places.get(message) ?? new Map<string, Position>()
    places.set(message, known.set(`${file}:${line}:${column}`, { file, line, column }))
  }
  return [...places].map(([message, found]) => ({ ...detector, message, places: [...found.values()] }))
}

function byPlace({ places: [one], code }: Defect, { places: [other], code: otherCode }: Defect): number {
  if (one === undefined || other === undefined) return 0
  const byFile = one.file < other.file ? -1 : one.file > other.file ? 1 : 0
  return byFile || one.line - other.line || one.column - other.column || (code < otherCode ? -1 : 1)
}
