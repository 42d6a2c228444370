import type { Rule } from '../../model/rule.ts'
import { podKinds } from '../read/pod.ts'
import { unrefused } from '../read/pod-security/judge.ts'

export const runAsNonRoot = {
  id: 'run-as-non-root',
  severity: 'warning',
  scope: 'cluster',
  summary: 'No container runs as root.',
  why: "Root in a container is root on the node when it breaks out, and owns every file that is mounted. Not one of FogFlow's images names a user: without this setting they all run as root.",
  fix: 'write runAsNonRoot: true, and a runAsUser above 0',
  kinds: podKinds,
  check: (resource, cluster) => unrefused('run-as-non-root', resource, cluster),
} satisfies Rule
