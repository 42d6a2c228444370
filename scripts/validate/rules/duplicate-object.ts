import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Rule } from '../../model/rule.ts'
import { memoize } from '../read/memoize.ts'
import { isClusterScoped } from '../read/scope.ts'

export const duplicateObject = {
  id: 'duplicate-object',
  severity: 'error',
  scope: 'cluster',
  summary: 'Each object of a cluster is written once.',
  why: 'Of two objects with one kind, namespace and name the cluster keeps what was applied last. Where two kustomizations of a cluster have it, their engine applies the one over the other for ever, and pruning the one deletes it for both.',
  fix: 'delete one of the two, or give it a name of its own',
  *check(resource, cluster) {
    const first = repeated(cluster).get(resource)
    if (!first) return
    const { file, line } = first.root.at
    const message = `${resource.id.kind} "${resource.id.name}" is here a second time; the first is in ${nameOf(file)}, line ${line}`
    yield { path: ['metadata', 'name'], message }
  },
} satisfies Rule

/** Each object that an earlier one has the identity of, with that one. */
const repeated = memoize((cluster: ClusterView): ReadonlyMap<Resource, Resource> => {
  const seen = new Map<string, Resource>()
  const found = new Map<Resource, Resource>()
  for (const resource of cluster.resources) {
    const { apiVersion, kind, namespace, name } = resource.id
    const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
    const key = `${group}\n${kind}\n${isClusterScoped(kind) ? '' : (namespace ?? '')}\n${name}`
    const first = seen.get(key)
    if (first) found.set(resource, first)
    else seen.set(key, resource)
  }
  return found
})

/** The whole way to the file stands at the finding's own place: the two are mostly neighbours. */
function nameOf(file: string): string {
  return file.split('/').slice(-2).join('/')
}
