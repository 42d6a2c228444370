import type { Resource } from '../model/resource.ts'
import { fieldOf, text } from '../validate/read/field.ts'
import { placeOf } from './blame.ts'
import type { Reach } from './reach.ts'
import { type Cell, plainCell, type Table } from './table.ts'

const label = 'pod-security.kubernetes.io/enforce'

/**
 * Where pods may take their node's network or ports, which no policy guards. The levels baseline and restricted forbid
 * both (Kubernetes, "Pod Security Standards": Host Namespaces, Host Ports).
 */
export function tabulateSecurity({ resources }: Reach): Table {
  const levels = new Map<string, Map<string, Resource>>()
  for (const resource of resources.filter(({ id }) => id.kind === 'Namespace')) {
    const labels = fieldOf(resource, 'metadata', 'labels')
    const purpose = text(labels, 'gitops.fogflow.io/namespace')
    const name = purpose === 'system' ? 'FogFlow' : (purpose ?? resource.id.name)
    levels.set(name, (levels.get(name) ?? new Map()).set(text(labels, label) ?? 'privileged', resource))
  }
  return {
    columns: ['namespace', 'Pod Security', "pods may use the node's network and ports"],
    rows: new Map([...levels].sort(([left], [right]) => (left < right ? -1 : 1)).map(toRow)),
  }
}

function toRow([name, levels]: readonly [string, ReadonlyMap<string, Resource>]): readonly [string, readonly Cell[]] {
  const [most = ''] = ['privileged', ...levels.keys()].filter(level => levels.has(level))
  const resource = levels.get(most)
  const place = resource && placeOf(resource, ['metadata', 'labels', label])
  return [
    name,
    [plainCell([...levels.keys()].sort().join(', '), place), plainCell(most === 'privileged' ? 'yes' : 'no', place)],
  ]
}
