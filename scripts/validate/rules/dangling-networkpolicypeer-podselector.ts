import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { pathOf } from '../read/field.ts'
import { type Peer, peerNamespaces, peerPods, policyRules } from '../read/network-policy.ts'
import { blame, podsOf } from '../read/pod.ts'
import { describe } from '../read/selector.ts'
import { suggest } from '../read/suggest.ts'
import { misspeltWellKnown } from '../read/well-known-pod.ts'

export const danglingNetworkpolicypeerPodselector = {
  id: 'dangling-networkpolicypeer-podselector',
  severity: 'error',
  scope: 'cluster',
  summary: 'The podSelector of a NetworkPolicy peer selects at least one pod.',
  why: 'A peer without pods permits nobody: under default deny the flow that it was written for is cut.',
  fix: 'select by labels that the pods of the peer have',
  kinds: ['NetworkPolicy'],
  *check(resource, cluster) {
    for (const { peers } of policyRules(resource)) for (const peer of peers) yield* checkPeer(peer, resource, cluster)
  },
} satisfies Rule

function* checkPeer(peer: Peer, policy: Resource, cluster: ClusterView): Iterable<Finding> {
  const selector = peer.podSelector ?? []
  if (selector.length === 0) return
  const { names } = peerNamespaces(peer, policy, cluster)
  const found = peerPods(peer, policy, cluster)
  if (found === undefined) yield* checkWellKnown(peer, names)
  if (!cluster.complete || found === undefined || found.length > 0) return
  const pods = podsOf(cluster).filter(pod => names.includes(pod.namespace))
  const culprit = blame(selector, pods) ?? selector[0]
  if (!culprit) return
  const values = pods.flatMap(pod => pod.labels(culprit.key))
  yield {
    path: pathOf(culprit.field),
    message: `no pod of namespace ${names.join(', ')} has the labels ${describe(selector)}`,
    ...suggest(culprit.values[0] ?? '', values, `select a label that pods there have`),
  }
}

/** What Kubernetes itself runs is not in Git, but its labels are known. */
function* checkWellKnown(peer: Peer, names: readonly (string | undefined)[]): Iterable<Finding> {
  for (const { field, meant } of misspeltWellKnown(peer.podSelector ?? [], names))
    yield {
      path: pathOf(field),
      message: `no pod of Kubernetes has the labels ${describe(peer.podSelector ?? [])}`,
      fix: `did you mean ${meant}?`,
    }
}
