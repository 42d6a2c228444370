import type { Rule } from '../../model/rule.ts'
import { podKinds } from '../read/pod.ts'
import { unrefused } from '../read/pod-security/judge.ts'

export const unconfinedProfile = {
  id: 'unconfined-profile',
  severity: 'warning',
  scope: 'cluster',
  summary: 'The profiles of seccomp, AppArmor and SELinux are the default of the runtime, or of the node.',
  why: 'Without them every call into the kernel is open to whoever gets into the container.',
  fix: 'write type: RuntimeDefault, or delete the line',
  kinds: podKinds,
  check: (resource, cluster) => unrefused('unconfined-profile', resource, cluster),
} satisfies Rule
