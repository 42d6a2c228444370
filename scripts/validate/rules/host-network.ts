import type { Rule } from '../../model/rule.ts'
import { podKinds } from '../read/pod.ts'
import { unrefused } from '../read/pod-security/judge.ts'

export const hostNetwork = {
  id: 'host-network',
  severity: 'warning',
  scope: 'cluster',
  summary: 'No pod is in the network of its node.',
  why: 'It sees the traffic of the node, its ports collide with those of the node, and no NetworkPolicy holds for it.',
  fix: 'delete the line; a Service makes the pod reachable',
  kinds: podKinds,
  check: (resource, cluster) => unrefused('host-network', resource, cluster),
} satisfies Rule
