import type { Rule } from '../../model/rule.ts'
import { at, fieldOf, isSet, pathOf, text } from '../read/field.ts'

export const pdbUnhealthyPodEvictionPolicy = {
  id: 'pdb-unhealthy-pod-eviction-policy',
  severity: 'warning',
  scope: 'resource',
  summary: 'A disruption budget lets pods go that are not ready.',
  why: 'By default a pod that is not ready may not be evicted while the budget is used up, and a component that waits for another one is not ready: its node is never drained (Kubernetes, "Unhealthy Pod Eviction Policy").',
  fix: 'write unhealthyPodEvictionPolicy: AlwaysAllow',
  kinds: ['PodDisruptionBudget'],
  *check(resource) {
    const spec = fieldOf(resource, 'spec')
    const policy = at(spec, 'unhealthyPodEvictionPolicy')
    if (text(policy) === 'AlwaysAllow') return
    const what = isSet(policy) ? JSON.stringify(policy.value) : 'not set'
    yield { path: pathOf(policy), at: 'key', message: `unhealthyPodEvictionPolicy is ${what}` }
  },
} satisfies Rule
