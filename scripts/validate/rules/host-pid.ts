import type { Rule } from '../../model/rule.ts'
import { podKinds } from '../read/pod.ts'
import { unrefused } from '../read/pod-security/judge.ts'

export const hostPid = {
  id: 'host-pid',
  severity: 'warning',
  scope: 'cluster',
  summary: 'No pod sees the processes of its node.',
  why: 'It reads their environment and files in /proc, passwords included, and can end them.',
  fix: 'delete the line',
  kinds: podKinds,
  check: (resource, cluster) => unrefused('host-pid', resource, cluster),
} satisfies Rule
