import type { Rule } from '../../model/rule.ts'
import { podKinds } from '../read/pod.ts'
import { unrefused } from '../read/pod-security/judge.ts'

export const dropAllCapabilities = {
  id: 'drop-all-capabilities',
  severity: 'warning',
  scope: 'cluster',
  summary: 'A container drops all capabilities of Linux, and takes back what it needs.',
  why: 'What is not dropped is there for whoever gets in: with NET_RAW alone a container forges packets of its neighbours.',
  fix: 'write drop: [ALL]',
  kinds: podKinds,
  check: (resource, cluster) => unrefused('drop-all-capabilities', resource, cluster),
} satisfies Rule
