import type { Rule } from '../../model/rule.ts'
import { fieldOf, items, pathOf, text } from '../read/field.ts'

export const rbacDefaultServiceaccount = {
  id: 'rbac-default-serviceaccount',
  severity: 'warning',
  scope: 'resource',
  summary: 'No binding gives rights to the ServiceAccount `default`.',
  why: "Every pod that names no account runs as it: FogFlow's worker starts users' tasks so, and each task would have these rights.",
  fix: 'bind a ServiceAccount of its own and name it in serviceAccountName of the pods that need the rights',
  kinds: ['RoleBinding', 'ClusterRoleBinding'],
  *check(resource) {
    for (const subject of items(fieldOf(resource), 'subjects')) {
      if (text(subject, 'kind') !== 'ServiceAccount' || text(subject, 'name') !== 'default') continue
      const role = `${text(fieldOf(resource), 'roleRef', 'kind')} "${text(fieldOf(resource), 'roleRef', 'name')}"`
      const message = `"default" gets the rights of ${role}, and with it every pod of its namespace that names no account`
      yield { path: pathOf(subject, 'name'), message }
    }
  },
} satisfies Rule
