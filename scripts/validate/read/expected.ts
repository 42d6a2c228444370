import type { ClusterView } from '../../model/cluster-view.ts'
import { fieldOf, texts } from './field.ts'
import { memoize } from './memoize.ts'
import { isClusterScoped } from './scope.ts'

/** An object that is made outside Git. */
export interface Expected {
  readonly kind: string
  readonly namespace: string | undefined
  readonly name: string
  /** The keys of its data; undefined where the annotation names none. */
  readonly keys: readonly string[] | undefined
}

export const annotationPrefix = 'gitops.fogflow.io/expects'
const entry = /^([A-Za-z]+)\/([^[\]\s]+?)(?:\[([^\]]*)\])?$/

/**
 * What a Namespace object says it is given from outside Git: the annotation `gitops.fogflow.io/expects` (and any
 * `gitops.fogflow.io/expects.<part>`, so that a feature can add its own) lists `Kind/name` or `Kind/name[key,key]`.
 */
export const expectedOf: (cluster: ClusterView) => readonly Expected[] = memoize(cluster =>
  cluster.ofKind('Namespace').flatMap(resource =>
    Object.entries(texts(fieldOf(resource), 'metadata', 'annotations'))
      .filter(([key]) => key === annotationPrefix || key.startsWith(`${annotationPrefix}.`))
      .flatMap(([, value]) => readExpected(value, resource.id.name)),
  ),
)

function readExpected(value: string, namespace: string): Expected[] {
  return value
    .split(/\s+(?![^[]*\])/)
    .map(word => word.trim())
    .filter(word => word !== '')
    .flatMap(word => {
      const [, kind, name, keys] = entry.exec(word) ?? []
      if (kind === undefined || name === undefined) return []
      const listed = keys?.split(',').map(key => key.trim())
      return [{ kind, namespace: isClusterScoped(kind) ? undefined : namespace, name, keys: listed }]
    })
}

/** The words of an expectation that are not of the form `Kind/name[key,key]`. */
export function malformedExpectations(value: string): readonly string[] {
  return value.split(/\s+(?![^[]*\])/).filter(word => word !== '' && !entry.test(word))
}

export function findExpected(
  cluster: ClusterView,
  kind: string,
  namespace: string | undefined,
  name: string,
): Expected | undefined {
  const scope = isClusterScoped(kind) ? undefined : namespace
  return expectedOf(cluster).find(one => one.kind === kind && one.namespace === scope && one.name === name)
}
