/** What every cluster is made of. */
const shared = /^(base|overlays)\//

/**
 * The clusters that a change of files can reach: all of them for what they share, else those in whose folders it is.
 * What is generated is committed, so that a change of a defaults.yaml reaches a cluster only through its own files.
 */
export function affectedClusters(changed: readonly string[], clusters: readonly string[]): readonly string[] {
  if (changed.some(file => shared.test(file))) return clusters
  const folders = new Set(changed.flatMap(foldersOf))
  return clusters.filter(cluster => folders.has(`clusters/${cluster}`))
}

function foldersOf(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
