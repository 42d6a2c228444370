import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { fieldOf, isSet, pathOf } from '../read/field.ts'
import { isTaskNamespace } from '../read/task-launch.ts'

/** Where a Service takes calls from outside of the cluster; tasks are called at their ClusterIP (worker/kubernetes.go:90-135). */
const outside = ['services.loadbalancers', 'services.nodeports']

export const taskQuota = {
  id: 'task-quota',
  severity: 'warning',
  scope: 'cluster',
  summary:
    'A ResourceQuota bounds the pods of the namespace of tasks, and lets no Service of it be reached from outside.',
  why: "Whoever may send an intent makes tasks, and a worker's right to create Services is one to open a port on every node or to order a load balancer, which no task needs.",
  fix: 'add a ResourceQuota with pods, services.loadbalancers: "0" and services.nodeports: "0" to the namespace',
  kinds: ['Namespace', 'ResourceQuota'],
  *check(resource, cluster) {
    if (resource.id.kind === 'Namespace') yield* checkNamespace(resource.id.name, cluster)
    else if (isTaskNamespace(resource.id.namespace, cluster)) yield* checkQuota(resource)
  },
} satisfies Rule

function* checkNamespace(name: string, cluster: ClusterView): Iterable<Finding> {
  if (!isTaskNamespace(name, cluster)) return
  const quotas = cluster.ofKind('ResourceQuota').filter(({ id }) => id.namespace === name)
  const unbounded = ['pods', ...outside].filter(
    key => !quotas.some(quota => isSet(fieldOf(quota, 'spec', 'hard', key))),
  )
  if (unbounded.length === 0) return
  yield { path: ['metadata', 'name'], message: `no ResourceQuota of "${name}" bounds ${unbounded.join(', ')}` }
}

function* checkQuota(quota: Resource): Iterable<Finding> {
  for (const key of outside) {
    const field = fieldOf(quota, 'spec', 'hard', key)
    if (!isSet(field) || Number(field.value) === 0) continue
    yield { path: pathOf(field), message: `${key} is ${JSON.stringify(field.value)}: tasks need none` }
  }
}
