import type { Rule } from '../../model/rule.ts'
import { checkSelector } from '../read/check-selector.ts'
import { fieldOf } from '../read/field.ts'
import { labelSelector } from '../read/selector.ts'

export const danglingPoddisruptionbudget = {
  id: 'dangling-poddisruptionbudget',
  severity: 'error',
  scope: 'cluster',
  summary: 'A PodDisruptionBudget selects at least one pod.',
  why: 'A budget without pods protects nothing: a node drain may take all replicas at once.',
  fix: 'select by labels that the pods have',
  kinds: ['PodDisruptionBudget'],
  *check(resource, cluster) {
    const selector = labelSelector(fieldOf(resource, 'spec', 'selector'))
    if (selector && selector.length > 0) yield* checkSelector({ selector, namespace: resource.id.namespace, cluster })
  },
} satisfies Rule
