import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import { type Container, containersOf, volumesOf } from './container.ts'
import { findExpected } from './expected.ts'
import { at, type Field, isSet, items, text } from './field.ts'
import { memoize } from './memoize.ts'
import { dataKeys } from './object-reference.ts'
import type { Pod } from './pod.ts'

/** A key of a ConfigMap or Secret; the object is absent where it is made outside Git. */
export interface DataKey {
  readonly resource: Resource | undefined
  readonly key: string
}

export interface Mount {
  readonly field: Field
  readonly container: Container
  readonly path: string
  readonly subPath: string
  readonly volume: Field
}

export const mountsOf: (container: Container) => readonly Mount[] = memoize(container =>
  items(container.field, 'volumeMounts').flatMap(field => {
    const volume = volumesOf(container.pod).get(text(field, 'name') ?? '')
    const path = text(field, 'mountPath')
    if (!volume || path === undefined) return []
    const subPath = text(field, 'subPath') ?? ''
    return [{ field, container, volume, path: path.replace(/\/+$/, ''), subPath }]
  }),
)

/** The mount that covers a path inside the container, and the path inside the volume. */
export function mountAt(container: Container, path: string): { mount: Mount; inside: string } | undefined {
  const mount = mountsOf(container)
    .filter(one => path === one.path || path.startsWith(`${one.path}/`))
    .sort((left, right) => right.path.length - left.path.length)[0]
  return mount && { mount, inside: joinPath(mount.subPath, path.slice(mount.path.length)) }
}

function joinPath(...parts: readonly string[]): string {
  return parts
    .flatMap(part => part.split('/'))
    .filter(part => part !== '' && part !== '.')
    .join('/')
}

/** The files of a volume that objects make, by path; undefined where Git does not know them all. */
export function filesOf(
  volume: Field,
  { namespace }: Pod,
  cluster: ClusterView,
): ReadonlyMap<string, DataKey> | undefined {
  const projected = at(volume, 'projected')
  const sources = isSet(projected) ? items(projected, 'sources') : [volume]
  const files = new Map<string, DataKey>()
  for (const source of sources) {
    const one = filesOfSource(source, namespace, cluster)
    if (!one) return undefined
    for (const [path, key] of one) files.set(path, key)
  }
  return files
}

type Files = readonly (readonly [string, DataKey])[]

function filesOfSource(source: Field, namespace: string | undefined, cluster: ClusterView): Files | undefined {
  const configMap = at(source, 'configMap')
  if (isSet(configMap)) return dataFiles('ConfigMap', configMap, text(configMap, 'name'), namespace, cluster)
  const secret = at(source, 'secret')
  const name = text(secret, 'secretName') ?? text(secret, 'name')
  return isSet(secret) ? dataFiles('Secret', secret, name, namespace, cluster) : undefined
}

function dataFiles(
  kind: string,
  source: Field,
  name = '',
  namespace: string | undefined,
  cluster: ClusterView,
): Files | undefined {
  const resource = cluster.find(kind, namespace, name)
  const listed = items(source, 'items')
  if (listed.length > 0)
    return listed.map(item => [joinPath(text(item, 'path') ?? ''), { resource, key: text(item, 'key') ?? '' }])
  const keys = resource ? dataKeys(resource) : findExpected(cluster, kind, namespace, name)?.keys
  return keys?.map(key => [key, { resource, key }])
}

/** The files that objects put into a container, by absolute path. */
export function mountedFiles(container: Container, cluster: ClusterView): ReadonlyMap<string, DataKey> {
  const all = mountsOf(container).flatMap(({ path, subPath, volume }) =>
    [...(filesOf(volume, container.pod, cluster) ?? [])].flatMap(([file, key]): [string, DataKey][] => {
      if (subPath === '') return [[`${path}/${file}`, key]]
      if (file === subPath) return [[path, key]]
      return file.startsWith(`${subPath}/`) ? [[path + file.slice(subPath.length), key]] : []
    }),
  )
  return new Map(all)
}

/** The strings of a container's command line. */
export function commandLine({ field }: Container): readonly Field[] {
  return [...items(field, 'command'), ...items(field, 'args')].filter(({ value }) => typeof value === 'string')
}

/** An init container that reads templates and writes the filled copies into a volume shared with the other containers. */
export interface Filler {
  readonly container: Container
  /** The names of the files that it writes, with the template that each is made of, where it is made of one. */
  readonly files: ReadonlyMap<string, DataKey | undefined>
}

/**
 * Who fills an emptyDir: the init containers that mount it, apart from its readers. They write what their command line
 * names in it, and a copy of each file that they mount beside it and that is not part of the command line (a script).
 */
export function fillersOf(volume: Field, pod: Pod, cluster: ClusterView): readonly Filler[] {
  if (!isSet(at(volume, 'emptyDir'))) return []
  return containersOf(pod)
    .filter(({ role }) => role !== 'main')
    .flatMap(container => {
      const mount = mountsOf(container).find(one => one.volume === volume && one.subPath === '')
      return mount ? [{ container, files: writtenFiles(container, mount.path, cluster) }] : []
    })
}

function writtenFiles(
  container: Container,
  folder: string,
  cluster: ClusterView,
): ReadonlyMap<string, DataKey | undefined> {
  const words = commandLine(container).map(({ value }) => String(value))
  const named = words.filter(word => word.startsWith(`${folder}/`)).map(word => word.slice(folder.length + 1))
  const copied = words.includes(folder) ? templatesOf(container, words, cluster) : []
  return new Map<string, DataKey | undefined>([...named.map(name => [name, undefined] as const), ...copied])
}

function templatesOf(
  container: Container,
  words: readonly string[],
  cluster: ClusterView,
): (readonly [string, DataKey])[] {
  return [...mountedFiles(container, cluster)]
    .filter(([path]) => !words.includes(path))
    .map(([path, key]) => [path.slice(path.lastIndexOf('/') + 1), key])
}

/** What stands at a path of a container: the key whose text it is, `made` by an init container, or `missing`. */
export type FileState =
  | { readonly state: 'text'; readonly key: DataKey; readonly filler?: Container }
  | { readonly state: 'made' | 'missing' }

/** Undefined where Git cannot know: no mount covers the path, or the volume keeps data of its own. */
export function fileAt(container: Container, path: string, cluster: ClusterView): FileState | undefined {
  const found = mountAt(container, path)
  if (!found) return undefined
  const { mount, inside } = found
  const files = filesOf(mount.volume, container.pod, cluster)
  if (files) {
    const key = files.get(inside)
    return key ? { state: 'text', key } : { state: 'missing' }
  }
  return fileFrom(fillersOf(mount.volume, container.pod, cluster), inside)
}

function fileFrom(fillers: readonly Filler[], inside: string): FileState | undefined {
  for (const { container, files } of fillers) {
    const key = files.get(inside)
    if (key) return { state: 'text', key, filler: container }
    if (files.has(inside)) return { state: 'made' }
  }
  return fillers.length > 0 ? { state: 'missing' } : undefined
}
