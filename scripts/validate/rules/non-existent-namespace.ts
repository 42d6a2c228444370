import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { fieldOf } from '../read/field.ts'
import { initialNamespaces } from '../read/namespace.ts'
import { checkReference } from '../read/object-reference.ts'
import { isClusterScoped } from '../read/scope.ts'

export const nonExistentNamespace = {
  id: 'non-existent-namespace',
  severity: 'error',
  scope: 'cluster',
  summary: 'Every namespace that a resource is put into exists.',
  why: 'The API server refuses an object of a namespace that does not exist, and the whole sync fails with it.',
  fix: 'name a namespace that exists, or add its Namespace object',
  *check(resource, cluster) {
    if (isClusterScoped(resource.id.kind) || !hasNamespaces(cluster)) return
    const name = fieldOf(resource, 'metadata', 'namespace')
    yield* checkReference(
      { kind: 'Namespace', namespace: undefined, name, isExternal: text => initialNamespaces.includes(text) },
      cluster,
    )
  },
} satisfies Rule

/** Manifests that bring no Namespace at all are meant to be applied into namespaces that exist already. */
function hasNamespaces(cluster: ClusterView): boolean {
  return cluster.ofKind('Namespace').length > 0
}
