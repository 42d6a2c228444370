import { posix } from 'node:path'
import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import { containersOf } from '../read/container.ts'
import { entries, items, text } from '../read/field.ts'
import { memoize } from '../read/memoize.ts'
import { dataKeys } from '../read/object-reference.ts'
import { type Pod, podsOf } from '../read/pod.ts'
import { type ComponentName, type FogFlowImage, readImage } from './components.ts'
import { type MountedKey, mountedKeys } from './mounted-keys.ts'

/** A key of a ConfigMap or Secret that holds a FogFlow config.json. */
export interface Config {
  readonly resource: Resource
  /** The part of the resource that has the key: data, stringData or binaryData. */
  readonly path: readonly [part: string, key: string]
  /** The images that read it; none where no FogFlow container of the unit mounts it. */
  readonly readers: readonly FogFlowImage[]
}

interface Reading {
  readonly images: readonly FogFlowImage[]
}

/**
 * Every FogFlow config of a unit: a key that a pod with a FogFlow container mounts as its config, or that is named
 * config.json and is not mounted by others alone. An init container may mount the template and fill in the file for
 * the FogFlow container, so that what any container of the pod mounts counts.
 */
export const findConfigs: (cluster: ClusterView) => readonly Config[] = memoize(cluster => {
  const readings = new Map<Resource, Map<string, Reading[]>>()
  for (const pod of podsOf(cluster)) addReadings(readings, pod, cluster)
  return [...cluster.ofKind('ConfigMap'), ...cluster.ofKind('Secret')].flatMap(resource =>
    keysOf(resource).flatMap(path => {
      const read = readings.get(resource)?.get(path[1])
      const readers = (read ?? []).flatMap(({ images }) => images)
      const isOthers = read !== undefined && readers.length === 0
      const isConfig = readers.length > 0 || (path[1] === 'config.json' && !isOthers)
      return isConfig ? [{ resource, path, readers: distinct(readers) }] : []
    }),
  )
})

function keysOf(resource: Resource): readonly (readonly [string, string])[] {
  return ['data', 'stringData', 'binaryData'].flatMap(part =>
    entries({ value: resource.value }, part).map(({ key }) => [part, String(key)] as const),
  )
}

function addReadings(readings: Map<Resource, Map<string, Reading[]>>, pod: Pod, cluster: ClusterView): void {
  const find = ({ kind, name }: Pick<MountedKey, 'kind' | 'name'>) => cluster.find(kind, pod.namespace, name)
  const images = containersOf(pod).flatMap(({ field }) => readImage(text(field, 'image')) ?? [])
  const keysOfVolume = (volume: Pick<MountedKey, 'kind' | 'name'>) => {
    const resource = find(volume)
    return resource ? (dataKeys(resource) ?? []) : []
  }
  for (const mounted of mountedKeys(pod, keysOfVolume)) {
    const resource = find(mounted)
    if (!resource || (images.length > 0 && !isConfigFile(mounted, pod))) continue
    const ofResource = readings.get(resource) ?? new Map<string, Reading[]>()
    readings.set(resource, ofResource.set(mounted.key, [...(ofResource.get(mounted.key) ?? []), { images }]))
  }
}

/** FogFlow's parts read /config.json, or the file behind -f; the designer reads config.json in its folder. */
function isConfigFile({ path }: MountedKey, pod: Pod): boolean {
  if (posix.basename(path) === 'config.json') return true
  return containersOf(pod).some(
    ({ field }) =>
      readImage(text(field, 'image')) !== undefined &&
      [...items(field, 'command'), ...items(field, 'args')].some(({ value }) => value === path),
  )
}

function distinct(images: readonly FogFlowImage[]): readonly FogFlowImage[] {
  return [...new Map(images.map(image => [`${image.component}:${image.tag}`, image])).values()]
}

/** The components among the readers, without their tags. */
export function componentsOf(readers: readonly FogFlowImage[]): readonly ComponentName[] {
  return [...new Set(readers.map(({ component }) => component))]
}
