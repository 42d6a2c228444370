import type { Rule } from '../../model/rule.ts'
import { podKinds } from '../read/pod.ts'
import { unrefused } from '../read/pod-security/judge.ts'

export const hostPort = {
  id: 'host-port',
  severity: 'warning',
  scope: 'cluster',
  summary: 'No container takes a port of its node.',
  why: 'Two such pods do not fit onto one node, the port is open to whoever reaches the node, and a NetworkPolicy may not hold for it.',
  fix: 'delete hostPort; a Service makes the port reachable',
  kinds: podKinds,
  check: (resource, cluster) => unrefused('host-port', resource, cluster),
} satisfies Rule
