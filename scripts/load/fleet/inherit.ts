import type { MapEntry, MapNode, Node, Provenance } from 'kustomize-ts'

/** The settings of a folder over those of the folders above: maps merge, all else replaces. */
export function inherit(above: MapNode, nearer: MapNode): MapNode {
  const entries = new Map(above.entries)
  for (const [key, entry] of nearer.entries) entries.set(key, override(above.entries.get(key), entry))
  return { kind: 'map', entries, at: after(nearer.at, above.at) }
}

function override(above: MapEntry | undefined, nearer: MapEntry): MapEntry {
  if (above === undefined) return nearer
  return { key: after(nearer.key, above.key), value: overrideValue(above.value, nearer.value) }
}

function overrideValue(above: Node, nearer: Node): Node {
  if (above.kind === 'map' && nearer.kind === 'map') return inherit(above, nearer)
  return { ...nearer, at: after(nearer.at, above.at) }
}

/** A place, and the place that it took over from. */
function after(place: Provenance, previous: Provenance): Provenance {
  return { ...place, previous }
}
