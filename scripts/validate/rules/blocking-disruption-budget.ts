import type { Rule } from '../../model/rule.ts'
import { at, type Field, fieldOf, isSet, number, pathOf } from '../read/field.ts'
import { selectPods } from '../read/pod.ts'
import { labelSelector } from '../read/selector.ts'
import { singletonOf } from '../read/singleton.ts'

export const blockingDisruptionBudget = {
  id: 'blocking-disruption-budget',
  severity: 'error',
  scope: 'cluster',
  summary: 'A disruption budget lets one pod go at a time at least, and keeps one at least.',
  why: 'A budget that lets none go refuses every drain, and the node is never emptied; one that lets all go protects nothing (Kubernetes, "Specifying a Disruption Budget").',
  fix: 'write maxUnavailable: 1',
  kinds: ['PodDisruptionBudget'],
  *check(resource, cluster) {
    const spec = fieldOf(resource, 'spec')
    const selector = labelSelector(at(spec, 'selector'))
    const pods = selector ? selectPods(cluster, resource.id.namespace, selector) : []
    const replicas = pods.reduce((sum, pod) => sum + (number(fieldOf(pod.resource, 'spec'), 'replicas') ?? 1), 0)
    const isOfSingleton = pods.length === 1 && pods[0] && singletonOf(pods[0].resource) !== undefined
    if (pods.length === 0 || isOfSingleton) return
    const [least, most] = [at(spec, 'minAvailable'), at(spec, 'maxUnavailable')]
    if (!isSet(least) && !isSet(most)) {
      yield { path: ['spec'], at: 'key', message: 'neither maxUnavailable nor minAvailable is set: no pod may go' }
      return
    }
    const field = isSet(most) ? most : least
    const free = lets(field, replicas)
    if (free > 0 && (free < replicas || replicas <= 1)) return
    const what = free > 0 ? `all ${replicas} pods may go at once` : `of ${replicas} none may go`
    yield { path: pathOf(field), message: `${field.key} is ${JSON.stringify(field.value)}: ${what}` }
  },
} satisfies Rule

/** How many pods may go at once. A percentage is rounded up, as the disruption controller does. */
function lets(field: Field, replicas: number): number {
  const text = String(field.value)
  const count = text.endsWith('%') ? Math.ceil((Number(text.slice(0, -1)) * replicas) / 100) : Number(text)
  if (Number.isNaN(count)) return 1
  return field.key === 'maxUnavailable' ? count : replicas - count
}
