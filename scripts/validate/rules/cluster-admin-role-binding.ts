import type { Rule } from '../../model/rule.ts'
import { fieldOf, items, text } from '../read/field.ts'

export const clusterAdminRoleBinding = {
  id: 'cluster-admin-role-binding',
  severity: 'warning',
  scope: 'resource',
  summary: 'No binding makes anybody cluster-admin.',
  why: 'It may do everything, in every namespace with a ClusterRoleBinding: who takes over one such pod has the cluster. Nothing of FogFlow needs more than a Role (worker/kubernetes.go:105-261).',
  fix: 'bind a Role with the verbs and resources that are used',
  kinds: ['RoleBinding', 'ClusterRoleBinding'],
  *check(resource) {
    const reference = fieldOf(resource, 'roleRef')
    if (text(reference, 'kind') !== 'ClusterRole' || text(reference, 'name') !== 'cluster-admin') return
    const names = items(fieldOf(resource), 'subjects').map(
      subject => `${text(subject, 'kind')} "${text(subject, 'name')}"`,
    )
    yield { path: ['roleRef', 'name'], message: `"cluster-admin" is given to ${names.join(', ') || 'nobody'}` }
  },
} satisfies Rule
