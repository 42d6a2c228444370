import type { Cluster } from '../model/cluster.ts'
import { defaultWaves, takeWave } from '../rollout/plan/waves.ts'

/** How many clusters change at once at most where a rollout goes to all of these, in waves that nobody has chosen. */
export function largestWave(clusters: readonly Cluster[]): number {
  const waves = defaultWaves(clusters)
  const sizes: number[] = []
  let rest = clusters
  while (rest.length > 0) {
    const taken = new Set(takeWave(rest, waves, { waves: sizes.length, clusters: clusters.length - rest.length }))
    sizes.push(taken.size)
    rest = rest.filter(cluster => !taken.has(cluster))
  }
  return Math.max(0, ...sizes)
}
