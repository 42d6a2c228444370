import { CannotFinish } from '../model/cannot-finish.ts'
import { indexClusters } from '../model/find-cluster.ts'
import { nearest } from '../text/nearest.ts'

/** The cluster that a user names; throws CannotFinish, with a suggestion, where there is none. */
export function chooseCluster<One extends { readonly name: string }>(
  name: string,
  { clusters }: { readonly clusters: readonly One[] },
): One {
  const found = indexClusters(clusters)(name)
  if (found) return found
  const names = clusters.map(cluster => cluster.name)
  const near = nearest(name, names) ?? nearestLastPart(name, names)
  const hint =
    near === undefined ? `the clusters are ${names.slice(0, 20).join(', ') || 'none'}` : `did you mean "${near}"?`
  throw new CannotFinish(`there is no cluster ${JSON.stringify(name)}: ${hint}`)
}

/** A user may have meant the last part of a name. */
function nearestLastPart(name: string, names: readonly string[]): string | undefined {
  const byPart = new Map(names.map(full => [full.slice(full.lastIndexOf('/') + 1), full]))
  return byPart.get(nearest(name, byPart.keys()) ?? '')
}
