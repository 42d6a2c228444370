import type { Cluster } from '../model/cluster.ts'
import { indexClusters } from '../model/find-cluster.ts'
import type { Fleet } from '../model/fleet.ts'

/** Who gets the same credential in one run: a cloud with every edge that names it, or an edge alone. */
export function chooseClusters(cluster: Cluster, { clusters }: Pick<Fleet, 'clusters'>): readonly Cluster[] {
  if (cluster.settings.role === 'edge') return [cluster]
  const find = indexClusters(clusters)
  const isEdgeOf = ({ settings: { role, cloud } }: Cluster) =>
    role === 'edge' && cloud !== undefined && find(cloud) === cluster
  return [cluster, ...clusters.filter(isEdgeOf)]
}
