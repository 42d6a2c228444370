import { BlockList, isIPv4 } from 'node:net'
import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { at, type Field, fieldOf, pathOf, text } from '../read/field.ts'
import { memoize } from '../read/memoize.ts'
import { policyRules } from '../read/network-policy.ts'
import { dnsEntry } from '../read/policy-dns.ts'

/** Where distributions put Services, unless they are told otherwise. */
const defaults = [
  { ...block('10.96.0.0', 12), of: 'kubeadm and kind' },
  { ...block('10.43.0.0', 16), of: 'k3s and RKE2' },
  { ...block('10.152.183.0', 24), of: 'MicroK8s' },
]

export const networkPolicyServiceCidr = {
  id: 'network-policy-service-cidr',
  severity: 'warning',
  scope: 'cluster',
  summary: 'No NetworkPolicy names the address of a Service.',
  why: 'A Service\'s address is replaced by that of a pod before policies are looked at, so that the block never matches and the flow that it was written for is cut (Kubernetes, "Network Policies", what happens to ipBlock).',
  fix: 'select the pods behind the Service, or permit the port to the addresses of the API server itself',
  kinds: ['NetworkPolicy'],
  *check(resource, cluster) {
    for (const rule of policyRules(resource)) {
      // A DNS cache on the node answers at the address of the Service itself.
      if (dnsEntry(rule, 'UDP') || dnsEntry(rule, 'TCP')) continue
      for (const peer of rule.peers) {
        const cidr = at(peer.field, 'ipBlock', 'cidr')
        const owner = ownerOf(cidr, cluster)
        if (owner !== undefined) yield { path: pathOf(cidr), message: `"${text(cidr)}" is ${owner}` }
      }
    }
  },
} satisfies Rule

function ownerOf(cidr: Field, cluster: ClusterView): string | undefined {
  const [base = '', length = ''] = (text(cidr) ?? '').split('/')
  if (!isIPv4(base)) return undefined
  const service = length === '32' ? serviceAddresses(cluster).get(base) : undefined
  if (service !== undefined) return `the address of Service ${service}`
  const range = defaults.find(one => Number(length) >= one.length && one.list.check(base))
  return range && `where ${range.of} have their Services`
}

function block(base: string, length: number) {
  const list = new BlockList()
  list.addSubnet(base, length)
  return { list, length }
}

const serviceAddresses: (cluster: ClusterView) => ReadonlyMap<string, string> = memoize(
  cluster =>
    new Map(cluster.ofKind('Service').map(one => [text(fieldOf(one), 'spec', 'clusterIP') ?? '', one.id.name])),
)
