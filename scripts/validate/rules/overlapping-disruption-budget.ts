import type { Rule } from '../../model/rule.ts'
import { fieldOf } from '../read/field.ts'
import { selectPods } from '../read/pod.ts'
import { labelSelector } from '../read/selector.ts'

export const overlappingDisruptionBudget = {
  id: 'overlapping-disruption-budget',
  severity: 'error',
  scope: 'cluster',
  summary: 'No pod has two disruption budgets.',
  why: 'The eviction API refuses to evict a pod that more than one budget selects, so that its node is never drained (Kubernetes, "Disruptions").',
  fix: 'narrow the selector of one of the budgets',
  kinds: ['PodDisruptionBudget'],
  *check(resource, cluster) {
    const { namespace, name } = resource.id
    const selector = labelSelector(fieldOf(resource, 'spec', 'selector'))
    if (!selector) return
    const own = new Set(selectPods(cluster, namespace, selector))
    for (const other of cluster.ofKind('PodDisruptionBudget')) {
      const another = labelSelector(fieldOf(other, 'spec', 'selector'))
      if (!another || other.id.namespace !== namespace || other.id.name === name) continue
      const shared = selectPods(cluster, namespace, another).find(pod => own.has(pod))
      if (!shared || selector.length > another.length || (selector.length === another.length && name < other.id.name))
        continue
      const { kind, name: workload } = shared.resource.id
      yield {
        path: ['spec', 'selector'],
        message: `the pods of ${kind} "${workload}" have the budget "${other.id.name}", too`,
      }
      return
    }
  },
} satisfies Rule
