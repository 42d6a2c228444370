import type { Cluster } from './cluster.ts'

/** Finds clusters by name: the whole path below clusters/, or its last part alone where only one has it. */
export function indexClusters(clusters: readonly Cluster[]): (name: string) => Cluster | undefined {
  const whole = new Map(clusters.map(cluster => [cluster.name, cluster]))
  const last = new Map<string, Cluster | undefined>()
  for (const cluster of clusters) {
    const part = cluster.name.slice(cluster.name.lastIndexOf('/') + 1)
    last.set(part, last.has(part) ? undefined : cluster)
  }
  return name => whole.get(name) ?? last.get(name)
}
