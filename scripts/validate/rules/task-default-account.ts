import type { Rule } from '../../model/rule.ts'
import { fieldOf, pathOf } from '../read/field.ts'
import { isTaskNamespace } from '../read/task-launch.ts'

export const taskDefaultAccount = {
  id: 'task-default-account',
  severity: 'warning',
  scope: 'cluster',
  summary: 'The default ServiceAccount of a namespace of tasks gives no token.',
  why: "Tasks are other people's containers and name no account (worker/kubernetes.go:157-203): each has the token of `default` in it, with whatever that may do, now or after the next binding.",
  fix: 'add the ServiceAccount default to the namespace, with automountServiceAccountToken: false',
  kinds: ['Namespace', 'ServiceAccount'],
  *check(resource, cluster) {
    const { kind, name } = resource.id
    const namespace = kind === 'Namespace' ? name : resource.id.namespace
    if (!isTaskNamespace(namespace, cluster)) return
    const account = cluster.find('ServiceAccount', namespace, 'default')
    const field = account && fieldOf(account, 'automountServiceAccountToken')
    if (kind === 'Namespace' && !account && cluster.complete)
      yield { path: ['metadata', 'name'], message: `tasks in "${name}" get the token of its default ServiceAccount` }
    if (field && account === resource && field.value !== false)
      yield { path: pathOf(field), at: 'key', message: `tasks in "${namespace}" get the token of this account` }
  },
} satisfies Rule
