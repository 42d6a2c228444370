import type { Rule } from '../../model/rule.ts'
import { podKinds } from '../read/pod.ts'
import { unrefused } from '../read/pod-security/judge.ts'

export const unsafeProcMount = {
  id: 'unsafe-proc-mount',
  severity: 'warning',
  scope: 'cluster',
  summary: 'Every container has the masked /proc.',
  why: 'What is masked shows the memory of the kernel and of the node, and lets be written there.',
  fix: 'delete the line',
  kinds: podKinds,
  check: (resource, cluster) => unrefused('unsafe-proc-mount', resource, cluster),
} satisfies Rule
