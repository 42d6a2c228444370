import type { Finding, Rule } from '../../model/rule.ts'
import { at, items, pathOf } from '../read/field.ts'
import { type Peer, policyRules } from '../read/network-policy.ts'
import { describe } from '../read/selector.ts'

export const networkPolicyOpenPeer = {
  id: 'network-policy-open-peer',
  severity: 'warning',
  scope: 'resource',
  summary: 'A policy that names who may call names less than everybody.',
  why: "An empty list of peers means everybody, not nobody, and an empty namespaceSelector every namespace, those of users' tasks too, where anybody may give a pod any label; no API of FogFlow asks who is calling.",
  fix: 'select the namespace by its label kubernetes.io/metadata.name; to let in everybody, leave from out',
  kinds: ['NetworkPolicy'],
  *check(resource) {
    for (const { direction, field, peers } of policyRules(resource)) {
      const list = at(field, direction === 'ingress' ? 'from' : 'to')
      if (Array.isArray(list.value) && items(list).length === 0)
        yield { path: pathOf(list), at: 'key', message: `${list.key} is an empty list, which means everybody` }
      if (direction === 'ingress') for (const peer of peers) yield* checkPeer(peer)
    }
  },
} satisfies Rule

/** For what leaves, the pods of a Service may well be anywhere: DNS is selected so. */
function* checkPeer({ field, namespaceSelector, podSelector, isAddressBlock }: Peer): Iterable<Finding> {
  if (isAddressBlock || namespaceSelector === undefined || namespaceSelector.length > 0) return
  const pods = podSelector && podSelector.length > 0 ? `pods with ${describe(podSelector)}` : 'all pods'
  yield { path: pathOf(field, 'namespaceSelector'), at: 'key', message: `${pods} of every namespace are let in` }
}
