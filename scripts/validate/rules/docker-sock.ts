import type { Rule } from '../../model/rule.ts'
import { podKinds } from '../read/pod.ts'
import { unrefused } from '../read/pod-security/judge.ts'

export const dockerSock = {
  id: 'docker-sock',
  severity: 'warning',
  scope: 'cluster',
  summary: 'No pod has the socket of the container runtime.',
  why: 'Whoever writes to it starts any container on the node, privileged too: it is the same as root there.',
  fix: 'from FogFlow 3.2.8 on let the worker start its tasks through Kubernetes: container_management "kubernetes"',
  kinds: podKinds,
  check: (resource, cluster) => unrefused('docker-sock', resource, cluster),
} satisfies Rule
