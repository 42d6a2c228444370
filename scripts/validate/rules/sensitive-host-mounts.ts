import type { Rule } from '../../model/rule.ts'
import { podKinds } from '../read/pod.ts'
import { unrefused } from '../read/pod-security/judge.ts'

export const sensitiveHostMounts = {
  id: 'sensitive-host-mounts',
  severity: 'warning',
  scope: 'cluster',
  summary: 'No pod has a system folder of its node.',
  why: 'There are the keys of the kubelet, the tokens and volumes of other pods, and the programs that the node runs as root.',
  fix: 'mount a ConfigMap, a Secret or a claim instead',
  kinds: podKinds,
  check: (resource, cluster) => unrefused('sensitive-host-mounts', resource, cluster),
} satisfies Rule
