import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { at, pathOf } from '../read/field.ts'
import { memoize } from '../read/memoize.ts'
import { type PolicyRule, policyRules } from '../read/network-policy.ts'
import { type DnsProtocol, dnsEntry, permitsDns } from '../read/policy-dns.ts'
import { egressPolicies, isForAllPods, isForEgress } from '../read/policy-isolation.ts'
import { taskLaunches } from '../read/task-launch.ts'

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
    const names = [...new Set(silenced(cluster).get(resource))].join(', ')
    if (names === '' || !cluster.complete) return
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

interface Caller {
  readonly name: string
  readonly policies: readonly Resource[]
}

/** The pods of Git, and the tasks that workers launch, with the policies for what leaves them. */
function callersOf(cluster: ClusterView): readonly Caller[] {
  const pods = [...egressPolicies(cluster)].map(([pod, policies]) => ({ name: pod.resource.id.name, policies }))
  const namespaces = new Set(taskLaunches(cluster).map(({ namespace }) => namespace))
  const tasks = [...namespaces].map(namespace => ({
    name: `the tasks of ${namespace}`,
    policies: cluster
      .ofKind('NetworkPolicy')
      .filter(policy => policy.id.namespace === namespace && isForAllPods(policy) && isForEgress(policy)),
  }))
  return [...pods, ...tasks]
}

/** Who may call others by selector and not ask DNS, by the policy that isolates them first. */
const silenced = memoize((cluster: ClusterView): ReadonlyMap<Resource, readonly string[]> => {
  const found = new Map<Resource, string[]>()
  for (const { name, policies } of callersOf(cluster)) {
    const rules = policies.flatMap(egressRules)
    const callsByName = rules.some(({ peers }) => peers.some(({ isAddressBlock }) => !isAddressBlock))
    const first = policies.find(isForAllPods) ?? policies[0]
    if (!first || !callsByName || rules.some(rule => permitsDns(rule, 'UDP') || permitsDns(rule, 'TCP'))) continue
    found.set(first, [...(found.get(first) ?? []), name])
  }
  return found
})

const egressRules: (policy: Resource) => readonly PolicyRule[] = memoize(policy =>
  policyRules(policy).filter(({ direction }) => direction === 'egress'),
)
