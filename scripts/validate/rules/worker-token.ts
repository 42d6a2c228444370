import type { Rule } from '../../model/rule.ts'
import { containersIn } from '../read/container.ts'
import { at, fieldOf, pathOf, text } from '../read/field.ts'
import { podKinds } from '../read/pod.ts'
import { isPodLauncher } from '../read/task-launch.ts'

export const workerToken = {
  id: 'worker-token',
  severity: 'error',
  scope: 'cluster',
  summary: 'A worker that launches tasks as pods has the token of its ServiceAccount.',
  why: 'It calls the API server with the token in its pod and with nothing else; without it the worker ends with exit code -1, again and again (worker/kubernetes.go:36-55).',
  fix: 'write automountServiceAccountToken: true',
  kinds: podKinds,
  *check(resource, cluster) {
    for (const container of containersIn(resource)) {
      if (!isPodLauncher(container, cluster)) continue
      const { spec, namespace } = container.pod
      const own = at(spec, 'automountServiceAccountToken')
      const account = cluster.find('ServiceAccount', namespace, text(spec, 'serviceAccountName') ?? 'default')
      const ofAccount = account && fieldOf(account, 'automountServiceAccountToken').value
      if (own.value === true || (own.value === undefined && ofAccount !== false)) continue
      const message =
        own.value === false
          ? 'the worker gets no token'
          : `ServiceAccount "${account?.id.name}" gives no token, nor does the pod`
      yield { path: pathOf(own), at: own.value === false ? 'value' : 'key', message }
    }
  },
} satisfies Rule
