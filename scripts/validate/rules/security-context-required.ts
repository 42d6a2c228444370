import type { Rule } from '../../model/rule.ts'
import { podKinds, podOf } from '../read/pod.ts'
import { findGaps } from '../read/pod-security/gaps.ts'
import { enforcedFor } from '../read/pod-security/judge.ts'

export const securityContextRequired = {
  id: 'security-context-required',
  severity: 'warning',
  scope: 'cluster',
  summary: 'A pod says how far it is confined, since what it does not say is allowed.',
  why: "Not one of FogFlow's images names a user: their programs run as root, with the capabilities of the runtime and every call into the kernel, and a namespace that enforces restricted refuses the pods.",
  fix: 'write it into the securityContext of the pod or container',
  kinds: podKinds,
  *check(resource, cluster) {
    const pod = podOf(resource)
    const { level, minor } = enforcedFor(resource, cluster)
    if (pod && level !== 'restricted') yield* findGaps(pod, minor)
  },
} satisfies Rule
