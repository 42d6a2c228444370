import type { Finding, Rule } from '../../model/rule.ts'
import { type Pod, podKinds, podOf } from '../read/pod.ts'
import { findGaps } from '../read/pod-security/gaps.ts'
import { type Enforced, enforcedFor, violationsOf } from '../read/pod-security/judge.ts'

export const podSecurityAdmission = {
  id: 'pod-security-admission',
  severity: 'error',
  scope: 'cluster',
  summary: 'Pods keep to the Pod Security level that their namespace enforces, of the version that it names.',
  why: 'The API server takes the Deployment or StatefulSet and refuses each of its pods: nothing runs, and only an event says so (Kubernetes, "Pod Security Standards").',
  fix: 'change it to what the level takes, or delete it',
  kinds: podKinds,
  *check(resource, cluster) {
    const pod = podOf(resource)
    const enforced = enforcedFor(resource, cluster)
    if (!pod || (enforced.level !== 'baseline' && enforced.level !== 'restricted')) return
    for (const finding of findRefused(pod, enforced))
      yield { ...finding, message: `${finding.message}, which "${enforced.level}" refuses` }
  },
} satisfies Rule

function findRefused(pod: Pod, { level, minor }: Enforced): readonly Finding[] {
  const found = violationsOf(pod, minor)
  if (level === 'baseline') return found.filter(violation => violation.level === 'baseline')
  const fix = 'write it into the securityContext of the pod or container'
  return [...found, ...findGaps(pod, minor).map(gap => ({ ...gap, fix }))]
}
