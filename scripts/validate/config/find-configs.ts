import { posix } from 'node:path'
import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import { type Container, containersOf } from '../read/container.ts'
import { entries, fieldOf } from '../read/field.ts'
import { memoize } from '../read/memoize.ts'
import { type Pod, podsOf } from '../read/pod.ts'
import { configPath, type FogflowComponent, fogflowComponent, imageOf } from '../read/program.ts'
import { mountedFiles } from '../read/volume-files.ts'

/** A FogFlow process that reads a config. */
export interface ConfigReader {
  readonly component: FogflowComponent
  /** The image's tag, `latest` where it names none. */
  readonly tag: string
}

/** A key of a ConfigMap or Secret that holds a FogFlow config.json. */
export interface Config {
  readonly resource: Resource
  /** The part of the resource that has the key (data, stringData or binaryData), and the key. */
  readonly path: readonly [part: string, key: string]
  /** None where no FogFlow container of the unit reads it. */
  readonly readers: readonly ConfigReader[]
}

/** The readers of each key that a pod mounts as a config or under that name; an empty list: only others mount it. */
type Mounted = ReadonlyMap<Resource, ReadonlyMap<string, readonly ConfigReader[]>>

/**
 * Every FogFlow config of a unit: a key that a FogFlow container reads as such, or one that is named config.json and is
 * not mounted by other programs alone. The template that an init container fills in for the FogFlow container counts
 * as read by it.
 */
export const findConfigs: (cluster: ClusterView) => readonly Config[] = memoize(cluster => {
  const mounted = findMounted(cluster)
  return [...cluster.ofKind('ConfigMap'), ...cluster.ofKind('Secret')].flatMap(resource =>
    keysOf(resource).flatMap(path => {
      const readers = mounted.get(resource)?.get(path[1])
      const isConfig = readers ? readers.length > 0 : path[1] === 'config.json'
      return isConfig ? [{ resource, path, readers: readers ?? [] }] : []
    }),
  )
})

function keysOf(resource: Resource): readonly (readonly [string, string])[] {
  return ['data', 'stringData', 'binaryData'].flatMap(part =>
    entries(fieldOf(resource), part).map(({ key }) => [part, String(key)] as const),
  )
}

function findMounted(cluster: ClusterView): Mounted {
  const mounted = new Map<Resource, Map<string, readonly ConfigReader[]>>()
  for (const pod of podsOf(cluster)) {
    const readers = containersOf(pod).flatMap(readerOf)
    for (const { resource, key } of configKeysOf(pod, cluster)) {
      const keys = mounted.get(resource) ?? new Map<string, readonly ConfigReader[]>()
      mounted.set(resource, keys.set(key, distinct([...(keys.get(key) ?? []), ...readers])))
    }
  }
  return mounted
}

function configKeysOf(pod: Pod, cluster: ClusterView): readonly { resource: Resource; key: string }[] {
  const containers = containersOf(pod)
  const paths = new Set(containers.flatMap(configPathOf))
  return containers.flatMap(container =>
    [...mountedFiles(container, cluster)].flatMap(([path, { resource, key }]) =>
      resource && (paths.has(path) || posix.basename(path) === 'config.json') ? [{ resource, key }] : [],
    ),
  )
}

function configPathOf(container: Container): readonly string[] {
  const component = fogflowComponent(container)
  return component ? [configPath(container, component)] : []
}

function readerOf(container: Container): readonly ConfigReader[] {
  const component = fogflowComponent(container)
  const tag = /:([^:/@]+)(?:@.+)?$/.exec(imageOf(container))?.[1] ?? 'latest'
  return component ? [{ component, tag }] : []
}

function distinct(readers: readonly ConfigReader[]): readonly ConfigReader[] {
  return [...new Map(readers.map(reader => [`${reader.component}:${reader.tag}`, reader])).values()]
}
