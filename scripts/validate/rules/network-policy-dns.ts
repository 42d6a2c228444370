import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { at, fieldOf, pathOf } from '../read/field.ts'
import { memoize } from '../read/memoize.ts'
import { type PolicyRule, policyRules } from '../read/network-policy.ts'
import type { Pod } from '../read/pod.ts'
import { type DnsProtocol, dnsEntry, permitsDns } from '../read/policy-dns.ts'
import { egressPolicies } from '../read/policy-isolation.ts'

export const networkPolicyDns = {
  id: 'network-policy-dns',
  severity: 'error',
  scope: 'cluster',
  summary: 'A pod that may call others may ask DNS for their addresses, over UDP and over TCP.',
  why: 'Default deny for what leaves is one for DNS, too: every name of config.json then fails to resolve. An answer that does not fit into a datagram comes over TCP (RFC 7766), so that one of the two protocols works until it does not.',
  fix: 'permit port 53 over UDP and TCP to the pods with k8s-app: kube-dns in kube-system',
  kinds: ['NetworkPolicy'],
  *check(resource, cluster) {
    yield* checkProtocols(resource, cluster)
    const pods = silenced(cluster).get(resource) ?? []
    if (pods.length === 0 || !cluster.complete) return
    const names = [...new Set(pods.map(pod => pod.resource.id.name))].join(', ')
    yield {
      path: ['spec', 'policyTypes'],
      at: 'key',
      message: `no policy lets ${names} ask DNS for those they may call`,
    }
  },
} satisfies Rule

/** A rule that is for DNS on one protocol, with none for the other one beside it. */
function* checkProtocols(policy: Resource, cluster: ClusterView): Iterable<Finding> {
  const own = egressRules(policy)
  for (const rule of own)
    for (const protocol of ['UDP', 'TCP'] as const) {
      const entry = dnsEntry(rule, protocol)
      const other = protocol === 'UDP' ? 'TCP' : 'UDP'
      if (!entry || own.some(one => permitsDns(one, other)) || isPermittedElsewhere(policy, other, cluster)) continue
      yield {
        path: pathOf(at(entry, 'port')),
        message: `DNS may be asked over ${protocol} here, and nowhere over ${other}`,
      }
    }
}

function isPermittedElsewhere(policy: Resource, protocol: DnsProtocol, cluster: ClusterView): boolean {
  const others = cluster.ofKind('NetworkPolicy').filter(({ id }) => id.namespace === policy.id.namespace)
  return others.some(other => egressRules(other).some(rule => permitsDns(rule, protocol)))
}

/** The pods that may call others by selector and not DNS, by the policy that isolates them first. */
const silenced = memoize((cluster: ClusterView): ReadonlyMap<Resource, readonly Pod[]> => {
  const found = new Map<Resource, Pod[]>()
  for (const [pod, policies] of egressPolicies(cluster)) {
    const rules = policies.flatMap(egressRules)
    const callsByName = rules.some(({ peers }) => peers.some(({ isAddressBlock }) => !isAddressBlock))
    const first = policies.find(policy => isForAll(policy)) ?? policies[0]
    if (!first || !callsByName || rules.some(rule => permitsDns(rule, 'UDP') || permitsDns(rule, 'TCP'))) continue
    found.set(first, [...(found.get(first) ?? []), pod])
  }
  return found
})

function isForAll(policy: Resource): boolean {
  return Object.keys(fieldOf(policy, 'spec', 'podSelector').value ?? {}).length === 0
}

const egressRules: (policy: Resource) => readonly PolicyRule[] = memoize(policy =>
  policyRules(policy).filter(({ direction }) => direction === 'egress'),
)
