import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { at, fieldOf, items } from '../read/field.ts'
import { type Pod, podKinds, podOf } from '../read/pod.ts'
import { labelSelector, selects } from '../read/selector.ts'

export const networkPolicyRequired = {
  id: 'network-policy-required',
  severity: 'warning',
  scope: 'cluster',
  summary: 'A NetworkPolicy says who may call a pod.',
  why: "Without one every pod of the cluster may, users' tasks too, and no API of FogFlow asks who is calling: one GET /ngsi9/subscription/<anything> ends discovery (discovery/fastDiscovery.go:462-466).",
  fix: 'add a NetworkPolicy with podSelector: {} and policyTypes: [Ingress, Egress] to the namespace, and one more for each call that is meant',
  kinds: podKinds,
  *check(resource, cluster) {
    const pod = podOf(resource)
    // No policy is for a pod in the network of its node.
    if (!pod || !cluster.complete || at(pod.spec, 'hostNetwork').value === true || isIsolated(pod, cluster)) return
    yield {
      path: [],
      message: `no NetworkPolicy says who may call the pods of ${resource.id.kind} "${resource.id.name}"`,
    }
  },
} satisfies Rule

/** A policy without policyTypes is one for ingress (Kubernetes, "Network Policies"). */
function isIsolated(pod: Pod, cluster: ClusterView): boolean {
  return cluster.ofKind('NetworkPolicy').some(policy => {
    const spec = fieldOf(policy, 'spec')
    const types = items(spec, 'policyTypes').map(({ value }) => value)
    const isForIngress = types.length === 0 || types.includes('Ingress')
    const selector = labelSelector(at(spec, 'podSelector')) ?? []
    return isForIngress && cluster.mayBeOne(policy.id.namespace, pod.namespace) && selects(selector, pod.labels)
  })
}
