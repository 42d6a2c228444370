import type { Rule } from '../../model/rule.ts'
import { at, fieldOf, pathOf, text } from '../read/field.ts'
import { isHardened } from '../read/task-hardening.ts'
import { isTaskNamespace } from '../read/task-launch.ts'

const label = 'pod-security.kubernetes.io/enforce'

export const taskPodSecurity = {
  id: 'task-pod-security',
  severity: 'error',
  scope: 'cluster',
  summary: 'The namespace of tasks enforces no Pod Security level that refuses them.',
  why: 'FogFlow gives each task a hostPort and no security context (worker/kubernetes.go:157-203): baseline refuses the pod, restricted refuses it for more, and the worker reports the task as running.',
  fix: 'write privileged, or add the feature task-hardening, which takes the hostPort away on admission',
  kinds: ['Namespace'],
  *check(resource, cluster) {
    const field = at(fieldOf(resource, 'metadata', 'labels'), label)
    const level = text(field)
    if (
      !isTaskNamespace(resource.id.name, cluster) ||
      level === undefined ||
      level === 'privileged' ||
      isHardened(resource, cluster)
    )
      return
    yield { path: pathOf(field), message: `"${level}" refuses the tasks of the worker` }
  },
} satisfies Rule
