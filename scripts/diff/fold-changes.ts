import type { ClusterChange, FoldedChange } from '../model/change.ts'

/** Changes that are the same in several clusters, once each: those of most clusters first, else in their order. */
export function foldChanges(clusters: readonly ClusterChange[]): readonly FoldedChange[] {
  const folded = new Map<string, { change: FoldedChange['change']; clusters: string[] }>()
  for (const { cluster, changes } of clusters)
    for (const change of changes) {
      const key = JSON.stringify(change)
      const known = folded.get(key)
      if (known) known.clusters.push(cluster)
      else folded.set(key, { change, clusters: [cluster] })
    }
  return [...folded.values()].sort((one, other) => other.clusters.length - one.clusters.length)
}
