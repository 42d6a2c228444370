import type { Cluster } from '../../model/cluster.ts'
import { indexClusters } from '../../model/find-cluster.ts'
import type { Fleet } from '../../model/fleet.ts'
import type { FleetView } from './settings-check.ts'

/** Indexes a fleet once, so that a check of one cluster never walks over all others. */
export function viewFleet(fleet: Fleet): FleetView {
  const find = indexClusters(fleet.clusters)
  const groups = new Map<string, ReadonlyMap<string, readonly Cluster[]>>()
  const edges = groupClusters(fleet.clusters, ({ settings: { role, cloud } }) => {
    const owner = role === 'edge' && cloud !== undefined ? find(cloud) : undefined
    return owner === undefined ? [] : [owner.name]
  })
  return {
    ...fleet,
    find,
    edgesOf: ({ name }) => edges.get(name) ?? [],
    groupBy: (name, key) => {
      const known = groups.get(name) ?? groupClusters(fleet.clusters, key)
      groups.set(name, known)
      return known
    },
  }
}

function groupClusters(
  clusters: readonly Cluster[],
  key: (cluster: Cluster) => readonly string[],
): ReadonlyMap<string, readonly Cluster[]> {
  const groups = new Map<string, Cluster[]>()
  for (const cluster of clusters) {
    for (const value of new Set(key(cluster))) {
      const group = groups.get(value)
      if (group) group.push(cluster)
      else groups.set(value, [cluster])
    }
  }
  return groups
}
