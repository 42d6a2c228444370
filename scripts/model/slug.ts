import type { Cluster } from './cluster.ts'

/** A cluster's name as Kubernetes takes it in names and labels: `kanto/shibuya` is `kanto-shibuya`. */
export function slugOf({ name }: Pick<Cluster, 'name'>): string {
  return name.replaceAll('/', '-')
}
