import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import { containersOf } from './container.ts'
import { at, fieldOf, text } from './field.ts'
import { memoize } from './memoize.ts'
import { isBound } from './permission.ts'
import { podsOf } from './pod.ts'
import { fogflowComponent } from './program.ts'

/** The bindings that give a worker its rights. */
export const bindingsOfWorkers: (cluster: ClusterView) => readonly Resource[] = memoize(cluster => {
  const workers = podsOf(cluster).filter(pod => containersOf(pod).some(one => fogflowComponent(one) === 'worker'))
  const accounts = workers.map(({ namespace, spec }) => ({
    namespace,
    account: text(at(spec, 'serviceAccountName')) ?? 'default',
  }))
  const bindings = [...cluster.ofKind('RoleBinding'), ...cluster.ofKind('ClusterRoleBinding')]
  return bindings.filter(binding => accounts.some(account => isBound(binding, account)))
})

/** Whether a role is bound to a worker: then rbac-least-privilege says all there is to say about it. */
export function isRoleOfWorker({ id }: Resource, cluster: ClusterView): boolean {
  return bindingsOfWorkers(cluster).some(binding => {
    const reference = fieldOf(binding, 'roleRef')
    const isHere = id.kind === 'ClusterRole' || id.namespace === binding.id.namespace
    return text(reference, 'kind') === id.kind && text(reference, 'name') === id.name && isHere
  })
}
