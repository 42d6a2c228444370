import { posix } from 'node:path'
import { type Container, containersOf, volumesOf } from '../read/container.ts'
import { at, type Field, isSet, items, text } from '../read/field.ts'
import type { Pod } from '../read/pod.ts'

/** A key of a ConfigMap or Secret as a file in a container. */
export interface MountedKey {
  readonly kind: 'ConfigMap' | 'Secret'
  readonly name: string
  readonly key: string
  /** Absolute, in the container. */
  readonly path: string
  readonly container: Container
}

interface DataVolume {
  readonly kind: MountedKey['kind']
  readonly name: string
  /** File name below the mount → key; absent where every key is a file of its own name. */
  readonly files: ReadonlyMap<string, string> | undefined
}

/** The files that a pod's containers get from ConfigMaps and Secrets. `keysOf` tells the keys of an object. */
export function mountedKeys(pod: Pod, keysOf: (volume: DataVolume) => readonly string[]): readonly MountedKey[] {
  const volumes = volumesOf(pod)
  return containersOf(pod).flatMap(container =>
    items(container.field, 'volumeMounts').flatMap(mount => {
      const volume = volumes.get(text(mount, 'name') ?? '')
      return volume ? readVolume(volume).flatMap(data => filesIn(data, mount, container, keysOf)) : []
    }),
  )
}

function filesIn(
  data: DataVolume,
  mount: Field,
  container: Container,
  keysOf: (volume: DataVolume) => readonly string[],
) {
  const files = data.files ?? new Map(keysOf(data).map(key => [key, key]))
  const [folder = '', subPath] = [text(mount, 'mountPath'), text(mount, 'subPath')]
  return [...files].flatMap(([file, key]): MountedKey[] => {
    const path = subPath === undefined ? posix.join('/', folder, file) : folder
    const isMounted = subPath === undefined || posix.normalize(subPath) === posix.normalize(file)
    return isMounted ? [{ kind: data.kind, name: data.name, key, path, container }] : []
  })
}

function readVolume(volume: Field): readonly DataVolume[] {
  const projected = items(volume, 'projected', 'sources').flatMap(source => [
    ...readData(at(source, 'configMap'), 'ConfigMap', 'name'),
    ...readData(at(source, 'secret'), 'Secret', 'name'),
  ])
  const plain = readData(at(volume, 'configMap'), 'ConfigMap', 'name')
  return [...plain, ...readData(at(volume, 'secret'), 'Secret', 'secretName'), ...projected]
}

function readData(field: Field, kind: MountedKey['kind'], nameKey: string): readonly DataVolume[] {
  const name = text(field, nameKey)
  if (name === undefined) return []
  const chosen = items(field, 'items').map(item => [text(item, 'path') ?? '', text(item, 'key') ?? ''] as const)
  return [{ kind, name, files: isSet(at(field, 'items')) ? new Map(chosen) : undefined }]
}
