import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { describePorts, isPort, portsOf } from '../read/container.ts'
import { at, type Field, fieldOf, pathOf, text } from '../read/field.ts'
import {
  type Peer,
  type PolicyRule,
  peerNamespaces,
  peerPods,
  policyRules,
  singlePort,
} from '../read/network-policy.ts'
import { type Pod, selectPods } from '../read/pod.ts'
import { labelSelector } from '../read/selector.ts'
import { wellKnownPorts } from '../read/well-known-pod.ts'

export const networkpolicyPort = {
  id: 'networkpolicy-port',
  severity: 'error',
  scope: 'cluster',
  summary: 'Every port that a NetworkPolicy permits is a port of the pods behind it.',
  why: 'Permitting a port that nobody serves permits nothing: under default deny the flow that it was written for is cut.',
  fix: 'permit a port that a container declares',
  kinds: ['NetworkPolicy'],
  *check(resource, cluster) {
    for (const rule of policyRules(resource)) {
      const targets = targetsOf(rule, resource, cluster)
      if (targets) yield* checkPods(rule, targets)
      else yield* checkWellKnown(rule, resource, cluster)
    }
  },
} satisfies Rule

/** The pods that listen: those of the policy for ingress, those of the peers for egress; undefined = not all known. */
function targetsOf(rule: PolicyRule, policy: Resource, cluster: ClusterView): readonly Pod[] | undefined {
  if (rule.direction === 'ingress') {
    const selector = labelSelector(fieldOf(policy, 'spec', 'podSelector')) ?? []
    return selectPods(cluster, policy.id.namespace, selector)
  }
  const groups = rule.peers.map(peer => peerPods(peer, policy, cluster))
  if (groups.length === 0) return undefined
  return groups.every(group => group !== undefined) ? groups.flat() : undefined
}

function* checkPods({ ports }: PolicyRule, pods: readonly Pod[]): Iterable<Finding> {
  const declared = pods.flatMap(portsOf)
  if (declared.length === 0) return
  for (const entry of ports) {
    const port = singlePort(entry)
    if (!port || declared.some(one => isPort(one, port.value, port.protocol))) continue
    yield report(entry, port, `the pods declare: ${describePorts(declared)}`)
  }
}

function* checkWellKnown(rule: PolicyRule, policy: Resource, cluster: ClusterView): Iterable<Finding> {
  const known = rule.direction === 'egress' ? wellKnownPeers(rule.peers, policy, cluster) : []
  for (const entry of known.length > 0 ? rule.ports : []) {
    const port = singlePort(entry)
    if (port && typeof port.value === 'number' && !known.includes(port.value))
      yield report(entry, port, `they listen on: ${known.join(', ')}`)
  }
}

/** The ports of peers that are all known pods of Kubernetes, beside its node-local DNS; none where others are among them. */
function wellKnownPeers(peers: readonly Peer[], policy: Resource, cluster: ClusterView): readonly number[] {
  const ports = peers
    .filter(({ field }) => !text(field, 'ipBlock', 'cidr')?.startsWith('169.254.'))
    .map(peer => wellKnownPorts(peer.podSelector ?? [], peerNamespaces(peer, policy, cluster).names))
  return ports.every(list => list !== undefined) ? ports.flat() : []
}

function report(entry: Field, port: { value: unknown; protocol: string }, fix: string): Finding {
  return {
    path: pathOf(at(entry, 'port')),
    message: `no container behind this rule has port ${JSON.stringify(port.value)}/${port.protocol}`,
    fix: `permit a port that they have; ${fix}`,
  }
}
