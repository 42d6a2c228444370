import type { Rule } from '../../model/rule.ts'
import { podKinds } from '../read/pod.ts'
import { unrefused } from '../read/pod-security/judge.ts'

export const privilegedContainer = {
  id: 'privileged-container',
  severity: 'warning',
  scope: 'cluster',
  summary: 'No container is privileged.',
  why: 'A privileged container has every device and right of its node: whoever gets into it has the node, and the pods there.',
  fix: 'delete the line; add the one capability that is missing, if any',
  kinds: podKinds,
  check: (resource, cluster) => unrefused('privileged-container', resource, cluster),
} satisfies Rule
