import type { Rule } from '../../model/rule.ts'
import { fieldOf, text } from '../read/field.ts'
import { podsOf } from '../read/pod.ts'
import { isTaskNamespace } from '../read/task-launch.ts'

export const podSecurityRequired = {
  id: 'pod-security-required',
  severity: 'warning',
  scope: 'cluster',
  summary: 'A namespace with pods names the Pod Security level that it enforces.',
  why: 'Without the label every pod is let in, privileged ones too: what somebody adds to the namespace later, or a worker whose account was taken over, is root on the node (Kubernetes, "Pod Security Admission").',
  fix: 'write the label pod-security.kubernetes.io/enforce: restricted; privileged, where tasks are launched without the feature task-hardening',
  kinds: ['Namespace'],
  *check(resource, cluster) {
    const labels = fieldOf(resource, 'metadata', 'labels')
    if (text(labels, 'pod-security.kubernetes.io/enforce') !== undefined) return
    const { name } = resource.id
    const isOfPods = podsOf(cluster).some(({ namespace }) => namespace === name)
    if (isOfPods || isTaskNamespace(name, cluster))
      yield {
        path: ['metadata', 'labels'],
        at: 'key',
        message: `namespace "${name}" enforces no level of Pod Security`,
      }
  },
} satisfies Rule
