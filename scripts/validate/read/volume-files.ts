import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Container } from './container.ts'
import { findExpected } from './expected.ts'
import { at, type Field, isSet, items, text } from './field.ts'
import { joinPath, mountsOf } from './mount.ts'
import { dataKeys } from './object-reference.ts'
import type { Pod } from './pod.ts'

/** A key of a ConfigMap or Secret; the object is absent where it is made outside Git. */
export interface DataKey {
  readonly resource: Resource | undefined
  readonly key: string
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
