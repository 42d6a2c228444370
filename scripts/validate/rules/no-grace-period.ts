import type { Rule } from '../../model/rule.ts'
import { at, pathOf } from '../read/field.ts'
import { podKinds, podOf } from '../read/pod.ts'

export const noGracePeriod = {
  id: 'no-grace-period',
  severity: 'error',
  scope: 'resource',
  summary: 'A pod has time to stop.',
  why: 'With 0 seconds it is killed at once, and a StatefulSet may start its successor while it still runs: two pods with one identity and one volume (Kubernetes, "StatefulSets", Deployment and Scaling Guarantees).',
  fix: 'leave it out (30 s), or write the seconds that the program needs',
  kinds: podKinds,
  *check(resource) {
    const pod = podOf(resource)
    const grace = pod && at(pod.spec, 'terminationGracePeriodSeconds')
    if (grace?.value !== 0) return
    yield { path: pathOf(grace), message: 'terminationGracePeriodSeconds is 0: the pod is killed without notice' }
  },
} satisfies Rule
