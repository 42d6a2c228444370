import type { Cluster } from '../../model/cluster.ts'

/** The way from a folder of a cluster (`fogflow`, `platform`) to a folder of the repository. */
export function toRoot({ name }: Cluster, folder: string, target: string): string {
  const depth = 1 + name.split('/').length + folder.split('/').length
  return '../'.repeat(depth) + target
}
