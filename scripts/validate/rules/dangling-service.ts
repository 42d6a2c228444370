import type { Rule } from '../../model/rule.ts'
import { checkSelector } from '../read/check-selector.ts'
import { fieldOf } from '../read/field.ts'
import { mapSelector } from '../read/selector.ts'

export const danglingService = {
  id: 'dangling-service',
  severity: 'error',
  scope: 'cluster',
  summary: 'A Service selects at least one pod.',
  why: 'A Service without pods has no endpoints: whoever calls it is refused, while every object looks healthy.',
  fix: 'select by labels that the pods have',
  kinds: ['Service'],
  *check(resource, cluster) {
    const selector = mapSelector(fieldOf(resource, 'spec', 'selector'))
    if (selector.length > 0) yield* checkSelector({ selector, namespace: resource.id.namespace, cluster })
  },
} satisfies Rule
