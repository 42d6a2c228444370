import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Rule } from '../../model/rule.ts'
import { fieldOf } from '../read/field.ts'
import { podKinds, podOf, selectPods, servicesOf } from '../read/pod.ts'
import { mapSelector } from '../read/selector.ts'

export const namespaceConsistency = {
  id: 'namespace-consistency',
  severity: 'error',
  scope: 'cluster',
  summary: 'A Service and the pods that it selects name the same namespace, or both none.',
  why: 'Applied to another namespace, the one that names none is made there and the other is not: the Service selects nothing.',
  fix: 'name the namespace in both, or delete the line and leave it to who applies both',
  kinds: [...podKinds, 'Service'],
  *check(resource, cluster) {
    const { namespace } = resource.id
    if (namespace === undefined) return
    const others = partnersOf(resource, cluster)
    const other = others.find(({ id }) => id.namespace === undefined)
    if (!other || others.some(({ id }) => id.namespace === namespace)) return
    const message = `the namespace is "${namespace}", but ${other.id.kind} "${other.id.name}" names none`
    yield { path: ['metadata', 'namespace'], message }
  },
} satisfies Rule

/** Of a Service the workloads whose pods it selects, of a workload the Services that select its pods. */
function partnersOf(resource: Resource, cluster: ClusterView): readonly Resource[] {
  const pod = podOf(resource)
  if (pod) return servicesOf(pod, cluster)
  const selector = mapSelector(fieldOf(resource, 'spec', 'selector'))
  return selector.length === 0
    ? []
    : selectPods(cluster, resource.id.namespace, selector).map(selected => selected.resource)
}
