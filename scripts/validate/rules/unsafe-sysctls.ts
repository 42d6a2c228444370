import type { Rule } from '../../model/rule.ts'
import { podKinds } from '../read/pod.ts'
import { unrefused } from '../read/pod-security/judge.ts'

export const unsafeSysctls = {
  id: 'unsafe-sysctls',
  severity: 'warning',
  scope: 'cluster',
  summary: 'A pod sets only kernel parameters that are its own.',
  why: 'Others are those of the whole node: they change what all of its pods run on, and the kubelet refuses the pod unless it is told to take them (Kubernetes, "Using sysctls in a Kubernetes Cluster").',
  fix: 'delete the entry, or set the parameter on the node',
  kinds: podKinds,
  check: (resource, cluster) => unrefused('unsafe-sysctls', resource, cluster),
} satisfies Rule
