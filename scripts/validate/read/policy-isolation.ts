import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import { at, fieldOf, items } from './field.ts'
import { memoize } from './memoize.ts'
import { type Pod, podsOf } from './pod.ts'
import { labelSelector, selects } from './selector.ts'

/** Whether a policy is for what leaves: without policyTypes, where egress has a rule (SetDefaults_NetworkPolicy). */
export function isForEgress(policy: Resource): boolean {
  const spec = fieldOf(policy, 'spec')
  const types = items(spec, 'policyTypes').map(({ value }) => value)
  return types.length === 0 ? items(spec, 'egress').length > 0 : types.includes('Egress')
}

/** Whether a policy is for all pods of its namespace. */
export function isForAllPods(policy: Resource): boolean {
  return labelSelector(at(fieldOf(policy, 'spec'), 'podSelector'))?.length === 0
}

/** The policies for what leaves a pod, by pod; a pod without any may call everybody. */
export const egressPolicies: (cluster: ClusterView) => ReadonlyMap<Pod, readonly Resource[]> = memoize(cluster => {
  const policies = cluster.ofKind('NetworkPolicy').filter(isForEgress)
  const selected = policies.map(policy => ({
    policy,
    selector: labelSelector(at(fieldOf(policy, 'spec'), 'podSelector')) ?? [],
  }))
  return new Map(
    podsOf(cluster).map(pod => [
      pod,
      selected
        .filter(({ policy, selector }) => policy.id.namespace === pod.namespace && selects(selector, pod.labels))
        .map(({ policy }) => policy),
    ]),
  )
})
