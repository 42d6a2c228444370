import type { Rule } from '../../model/rule.ts'
import { podKinds } from '../read/pod.ts'
import { unrefused } from '../read/pod-security/judge.ts'

export const dangerousCapabilities = {
  id: 'dangerous-capabilities',
  severity: 'warning',
  scope: 'cluster',
  summary: 'No container adds a capability beyond those that a container runtime gives anyway.',
  why: 'Capabilities as SYS_ADMIN or NET_ADMIN reach out of the container: they are most of what privileged gives (Kubernetes, "Pod Security Standards", Capabilities).',
  fix: 'delete it',
  kinds: podKinds,
  check: (resource, cluster) => unrefused('dangerous-capabilities', resource, cluster),
} satisfies Rule
