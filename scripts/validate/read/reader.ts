import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import { type Container, containersOf } from './container.ts'
import { memoize } from './memoize.ts'
import { podsOf } from './pod.ts'
import { mountedFiles } from './volume-files.ts'

type Readers = ReadonlyMap<Resource, ReadonlyMap<string, readonly Container[]>>

const allReaders: (cluster: ClusterView) => Readers = memoize(cluster => {
  const readers = new Map<Resource, Map<string, Container[]>>()
  for (const container of podsOf(cluster).flatMap(containersOf))
    for (const { resource, key } of mountedFiles(container, cluster).values()) {
      if (!resource) continue
      const keys = readers.get(resource) ?? new Map<string, Container[]>()
      readers.set(resource, keys.set(key, [...(keys.get(key) ?? []), container]))
    }
  return readers
})

/** The containers that mount a key of a ConfigMap or Secret. */
export function readersOf(resource: Resource, key: string, cluster: ClusterView): readonly Container[] {
  return allReaders(cluster).get(resource)?.get(key) ?? []
}
