interface Named {
  readonly name: string
}

/** Finds clusters by name: the whole path below clusters/, or its last part alone where only one has it. */
export function indexClusters<One extends Named>(clusters: readonly One[]): (name: string) => One | undefined {
  const whole = new Map(clusters.map(cluster => [cluster.name, cluster]))
  const last = new Map<string, One | undefined>()
  for (const cluster of clusters) {
    const part = cluster.name.slice(cluster.name.lastIndexOf('/') + 1)
    last.set(part, last.has(part) ? undefined : cluster)
  }
  return name => whole.get(name) ?? last.get(name)
}
