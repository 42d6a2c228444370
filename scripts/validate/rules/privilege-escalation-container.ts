import type { Rule } from '../../model/rule.ts'
import { podKinds } from '../read/pod.ts'
import { unrefused } from '../read/pod-security/judge.ts'

export const privilegeEscalationContainer = {
  id: 'privilege-escalation-container',
  severity: 'warning',
  scope: 'cluster',
  summary: 'No process of a container gets more rights than the one that started it.',
  why: 'With it a setuid program in the image makes root of any user (Kubernetes, "Configure a Security Context").',
  fix: 'write false',
  kinds: podKinds,
  check: (resource, cluster) => unrefused('privilege-escalation-container', resource, cluster),
} satisfies Rule
