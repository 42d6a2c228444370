import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Rule } from '../../model/rule.ts'
import { fieldOf, items, text } from '../read/field.ts'
import { podsOf } from '../read/pod.ts'
import { nearest } from '../read/suggest.ts'

export const unusedServiceAccount = {
  id: 'unused-service-account',
  severity: 'warning',
  scope: 'cluster',
  summary: 'A ServiceAccount is that of a pod or has a binding, or is the `default` of its namespace.',
  why: 'An account that nobody runs as is a name that somebody misspelt: what it was to forbid, such as a token for tasks, stays allowed.',
  fix: 'give it the name of the account that pods run as, or delete it',
  kinds: ['ServiceAccount'],
  *check(resource, cluster) {
    const { name } = resource.id
    if (!cluster.complete || name === 'default' || isUsed(resource, cluster)) return
    const near = nearest(name, ['default'])
    const message = `no pod runs as ServiceAccount "${name}" and no binding names it`
    yield { path: ['metadata', 'name'], message, ...(near !== undefined && { fix: `did you mean "${near}"?` }) }
  },
} satisfies Rule

function isUsed({ id }: Resource, cluster: ClusterView): boolean {
  const isRunAs = podsOf(cluster).some(
    ({ namespace, spec }) => namespace === id.namespace && text(spec, 'serviceAccountName') === id.name,
  )
  const bindings = [...cluster.ofKind('RoleBinding'), ...cluster.ofKind('ClusterRoleBinding')]
  return (
    isRunAs || bindings.some(binding => items(fieldOf(binding), 'subjects').some(one => text(one, 'name') === id.name))
  )
}
