import type { Rule } from '../../model/rule.ts'
import { podKinds } from '../read/pod.ts'
import { unrefused } from '../read/pod-security/judge.ts'

export const hostIpc = {
  id: 'host-ipc',
  severity: 'warning',
  scope: 'cluster',
  summary: 'No pod shares memory with the processes of its node.',
  why: 'It reads and writes what other programs of the node keep there.',
  fix: 'delete the line',
  kinds: podKinds,
  check: (resource, cluster) => unrefused('host-ipc', resource, cluster),
} satisfies Rule
