import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Rule } from '../../model/rule.ts'
import { fieldOf, text } from '../read/field.ts'
import { podKinds, podOf } from '../read/pod.ts'
import { baselineViolations, restrictedViolations } from '../read/pod-security.ts'

export const podSecurityAdmission = {
  id: 'pod-security-admission',
  severity: 'error',
  scope: 'cluster',
  summary: 'Pods keep to the Pod Security level that their namespace enforces.',
  why: 'The API server takes the Deployment or StatefulSet and refuses each of its pods: nothing runs, and only an event says so (Kubernetes, "Pod Security Standards").',
  fix: 'write what the level asks for',
  kinds: podKinds,
  *check(resource, cluster) {
    const pod = podOf(resource)
    const level = pod && enforcedLevel(resource, cluster)
    if (!pod || (level !== 'baseline' && level !== 'restricted')) return
    const found = level === 'restricted' ? restrictedViolations(pod) : baselineViolations(pod)
    for (const { path, message } of found) yield { path, message: `${message}, which "${level}" refuses` }
  },
} satisfies Rule

function enforcedLevel({ id }: Resource, cluster: ClusterView): string | undefined {
  const namespace = cluster.find('Namespace', undefined, id.namespace ?? 'default')
  return namespace && text(fieldOf(namespace), 'metadata', 'labels', 'pod-security.kubernetes.io/enforce')
}
