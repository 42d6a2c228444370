import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { type Container, containersOf } from '../read/container.ts'
import { at, fieldOf, isSet, pathOf, text } from '../read/field.ts'
import { podKinds, podOf } from '../read/pod.ts'
import { fogflowComponent, runs } from '../read/program.ts'
import { isPodLauncher } from '../read/task-launch.ts'

export const tokenAutomount = {
  id: 'token-automount',
  severity: 'warning',
  scope: 'cluster',
  summary: 'A pod that never calls the API server has no token for it.',
  why: "Of FogFlow's components only a worker that launches pods calls it (worker/kubernetes.go:36-55). Any other token is one more way in: whoever takes over the pod may do what its ServiceAccount may.",
  fix: 'write automountServiceAccountToken: false into the pod, or into its ServiceAccount',
  kinds: podKinds,
  *check(resource, cluster) {
    const pod = podOf(resource)
    if (!pod || !containersOf(pod).every(container => container.role === 'init' || isSilent(container, cluster))) return
    const own = at(pod.spec, 'automountServiceAccountToken')
    const name = text(pod.spec, 'serviceAccountName') ?? 'default'
    const account = cluster.find('ServiceAccount', pod.namespace, name)
    if (!isSet(own) && !account && (name !== 'default' || !cluster.complete)) return
    const ofAccount = account && fieldOf(account, 'automountServiceAccountToken').value
    if ((own.value ?? ofAccount) === false) return
    const message = `the pod gets the token of ServiceAccount "${name}", and nothing in it calls the API server`
    yield { path: pathOf(own), at: 'key', message }
  },
} satisfies Rule

/** Whether a container is known never to call the API server. */
function isSilent(container: Container, cluster: ClusterView): boolean {
  const component = fogflowComponent(container)
  if (component !== 'worker')
    return component !== undefined || runs(container, /^(?:rabbitmq|nginx|nginx-unprivileged|standalone)$/)
  return isPodLauncher(container, cluster) === false
}
