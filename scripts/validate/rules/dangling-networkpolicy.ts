import type { Rule } from '../../model/rule.ts'
import { checkSelector } from '../read/check-selector.ts'
import { fieldOf } from '../read/field.ts'
import { labelSelector } from '../read/selector.ts'
import { isTaskNamespace } from '../read/task-namespace.ts'

export const danglingNetworkpolicy = {
  id: 'dangling-networkpolicy',
  severity: 'error',
  scope: 'cluster',
  summary: 'The podSelector of a NetworkPolicy selects at least one pod, or all.',
  why: 'A policy without pods permits nothing: under default deny the flow that it was written for is cut.',
  fix: 'select by labels that the pods have',
  kinds: ['NetworkPolicy'],
  *check(resource, cluster) {
    const { namespace } = resource.id
    const selector = labelSelector(fieldOf(resource, 'spec', 'podSelector'))
    if (selector && selector.length > 0 && !isTaskNamespace(cluster, namespace))
      yield* checkSelector({ selector, namespace, cluster })
  },
} satisfies Rule
