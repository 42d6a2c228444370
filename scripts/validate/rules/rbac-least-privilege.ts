import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { type Field, fieldOf, items, pathOf, text } from '../read/field.ts'
import { isNeeded } from '../read/permission.ts'
import { bindingsOfWorkers, isRoleOfWorker } from '../read/worker-role.ts'

export const rbacLeastPrivilege = {
  id: 'rbac-least-privilege',
  severity: 'error',
  scope: 'cluster',
  summary:
    "A worker's role lets it create and delete Deployments and Services, in the namespace of its tasks, and nothing else.",
  why: 'That is all that the worker calls (worker/kubernetes.go:105-261). With a ClusterRoleBinding whoever takes over a worker owns the Deployments of every namespace.',
  fix: 'bind a Role in the namespace of the tasks, with the verbs create and delete',
  kinds: ['Role', 'ClusterRole', 'ClusterRoleBinding'],
  *check(resource, cluster) {
    if (resource.id.kind === 'ClusterRoleBinding') {
      const role = roleEverywhere(resource, cluster)
      if (role && !isBoundOnlyEverywhere(role, cluster)) yield { path: ['kind'], message: everywhere }
      return
    }
    if (!isRoleOfWorker(resource, cluster)) return
    const binding = cluster.ofKind('ClusterRoleBinding').find(one => roleEverywhere(one, cluster) === resource)
    if (binding && isBoundOnlyEverywhere(resource, cluster))
      yield { path: ['kind'], message: `${everywhere}, by ClusterRoleBinding "${binding.id.name}"` }
    yield* checkRules(resource)
  },
} satisfies Rule

const everywhere = 'the worker may do this in every namespace'

/** The role by which a binding lets a worker make tasks in every namespace. */
function roleEverywhere(binding: Resource, cluster: ClusterView): Resource | undefined {
  if (!bindingsOfWorkers(cluster).includes(binding)) return undefined
  const role = cluster.find('ClusterRole', undefined, text(fieldOf(binding, 'roleRef'), 'name') ?? '')
  return role && items(fieldOf(role), 'rules').some(rule => items(rule, 'resources').some(isOfTasks)) ? role : undefined
}

/** Whether nobody needs it as a ClusterRole: then that is what to change first, else the binding. */
function isBoundOnlyEverywhere(role: Resource, cluster: ClusterView): boolean {
  return !cluster.ofKind('RoleBinding').some(binding => {
    const reference = fieldOf(binding, 'roleRef')
    return text(reference, 'kind') === 'ClusterRole' && text(reference, 'name') === role.id.name
  })
}

function isOfTasks({ value }: Field): boolean {
  return value === 'deployments' || value === 'services' || value === '*'
}

function* checkRules(role: Resource): Iterable<Finding> {
  for (const rule of items(fieldOf(role), 'rules')) {
    const groups = items(rule, 'apiGroups').map(({ value }) => String(value))
    const resources = items(rule, 'resources')
    const excess = resources.filter(({ value }) => !groups.some(group => isNeeded(group, String(value))))
    for (const field of excess)
      yield { path: pathOf(field), message: `no worker calls the API server for "${String(field.value)}"` }
    const verbs = items(rule, 'verbs').filter(({ value }) => value !== 'create' && value !== 'delete')
    const [first] = verbs
    if (!first || excess.length > 0) continue
    const names = verbs.map(({ value }) => `"${String(value)}"`).join(', ')
    yield {
      path: pathOf(first),
      message: `no worker uses ${names} on ${resources.map(({ value }) => value).join(', ')}`,
    }
  }
}
