import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import { at, type Field, fieldOf, isSet, items, text } from './field.ts'
import { memoize } from './memoize.ts'
import { selectNamespaces } from './namespace.ts'
import { type Pod, podsOf } from './pod.ts'
import { labelSelector, type Selector, selects } from './selector.ts'
import { isTaskNamespace } from './task-namespace.ts'

/** One rule of a NetworkPolicy: these peers on these ports. No peers means everybody, no ports all ports. */
export interface PolicyRule {
  readonly direction: 'ingress' | 'egress'
  readonly field: Field
  readonly peers: readonly Peer[]
  readonly ports: readonly Field[]
}

export interface Peer {
  readonly field: Field
  readonly podSelector: Selector | undefined
  readonly namespaceSelector: Selector | undefined
  readonly isAddressBlock: boolean
}

/** Those for what enters, then those for what leaves. */
export const policyRules: (policy: Resource) => readonly PolicyRule[] = memoize(policy => {
  const rulesOf = (direction: PolicyRule['direction'], peerKey: string) =>
    items(fieldOf(policy, 'spec'), direction).map(field => ({
      direction,
      field,
      peers: items(field, peerKey).map(readPeer),
      ports: items(field, 'ports'),
    }))
  return [...rulesOf('ingress', 'from'), ...rulesOf('egress', 'to')]
})

function readPeer(field: Field): Peer {
  return {
    field,
    podSelector: labelSelector(at(field, 'podSelector')),
    namespaceSelector: labelSelector(at(field, 'namespaceSelector')),
    isAddressBlock: isSet(at(field, 'ipBlock')),
  }
}

/**
 * Where a peer's pods live, by name; `isAll` is false where it means namespaces that Git does not know. A selector that
 * selects namespaces of Git is taken to mean only these.
 */
export function peerNamespaces(
  peer: Peer,
  policy: Resource,
  cluster: ClusterView,
): { readonly names: readonly (string | undefined)[]; readonly isAll: boolean } {
  if (peer.isAddressBlock) return { names: [], isAll: false }
  if (!peer.namespaceSelector) return { names: [policy.id.namespace], isAll: true }
  const names = selectNamespaces(cluster, peer.namespaceSelector)
  return { names, isAll: names.length > 0 && peer.namespaceSelector.length > 0 }
}

/** The pods that a peer means; undefined where it also means pods that the manifests do not make. */
export function peerPods(peer: Peer, policy: Resource, cluster: ClusterView): readonly Pod[] | undefined {
  const { names, isAll } = peerNamespaces(peer, policy, cluster)
  if (!isAll || names.some(name => isTaskNamespace(cluster, name))) return undefined
  return podsOf(cluster).filter(pod => names.includes(pod.namespace) && selects(peer.podSelector ?? [], pod.labels))
}

/** Whether a port entry of a policy is a single port rather than a range. */
export function singlePort(entry: Field): { readonly value: unknown; readonly protocol: string } | undefined {
  const port = at(entry, 'port')
  if (!isSet(port) || isSet(at(entry, 'endPort'))) return undefined
  return { value: port.value, protocol: text(entry, 'protocol') ?? 'TCP' }
}
