import type { Rule } from '../../model/rule.ts'
import { containersOf } from '../read/container.ts'
import { at, isSet, pathOf } from '../read/field.ts'
import { podKinds, podOf } from '../read/pod.ts'
import { isPodLauncher } from '../read/task-launch.ts'

export const defaultServiceAccount = {
  id: 'default-service-account',
  severity: 'warning',
  scope: 'cluster',
  summary: 'A worker that launches tasks as pods runs as a ServiceAccount of its own.',
  why: 'It needs the right to create and delete Deployments and Services. Given to `default`, the right is that of every pod in the namespace that names no account.',
  fix: "name a ServiceAccount that the worker alone has, and bind the worker's Role to it",
  kinds: podKinds,
  *check(resource, cluster) {
    const pod = podOf(resource)
    const account = pod && at(pod.spec, 'serviceAccountName')
    if (!pod || !account || (isSet(account) && account.value !== 'default')) return
    const launcher = containersOf(pod).find(container => isPodLauncher(container, cluster))
    if (!launcher) return
    const message = `"${launcher.name}" launches pods, and runs as ServiceAccount "default"${isSet(account) ? '' : ', for want of a name'}`
    yield { path: pathOf(account), at: isSet(account) ? 'value' : 'key', message }
  },
} satisfies Rule
