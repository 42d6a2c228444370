import type { Rule } from '../../model/rule.ts'
import { at, fieldOf, text } from '../read/field.ts'
import { checkReference } from '../read/object-reference.ts'

export const danglingHorizontalpodautoscaler = {
  id: 'dangling-horizontalpodautoscaler',
  severity: 'error',
  scope: 'cluster',
  summary: 'The workload that a HorizontalPodAutoscaler scales exists.',
  why: 'An autoscaler without its target scales nothing; the load that it was made for meets the replicas that happen to run.',
  fix: 'name a workload that exists',
  kinds: ['HorizontalPodAutoscaler'],
  *check(resource, cluster) {
    const target = fieldOf(resource, 'spec', 'scaleTargetRef')
    const kind = text(target, 'kind')
    if (kind !== undefined)
      yield* checkReference({ kind, namespace: resource.id.namespace, name: at(target, 'name') }, cluster)
  },
} satisfies Rule
