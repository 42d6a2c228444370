import type { ClusterView } from '../../model/cluster-view.ts'
import { at, type Field, isSet, items, number, text } from './field.ts'
import { type PolicyRule, policyRules } from './network-policy.ts'
import type { Pod } from './pod.ts'
import { egressPolicies } from './policy-isolation.ts'

/**
 * Whether the policies of a cluster let a pod call an address outside it. A pod that no policy selects for egress may
 * call everybody (Kubernetes, "Network Policies", the two sorts of pod isolation).
 */
export function isEgressPermitted(pod: Pod, host: string, port: number, cluster: ClusterView): boolean {
  const policies = egressPolicies(cluster).get(pod) ?? []
  if (policies.length === 0) return true
  const rules = policies.flatMap(policyRules).filter(({ direction }) => direction === 'egress')
  return rules.some(rule => permitsAddress(rule, host) && permitsPort(rule, port))
}

/** A host name may stand for any address. */
function permitsAddress({ peers }: PolicyRule, host: string): boolean {
  return peers.length === 0 || peers.some(({ field }) => containsAddress(at(field, 'ipBlock'), host))
}

function containsAddress(block: Field, host: string): boolean {
  const cidr = text(block, 'cidr')
  if (cidr === undefined) return false
  const address = parseAddress(host)
  const isExcluded = items(block, 'except').some(({ value }) => contains(String(value), address))
  return address === undefined || (contains(cidr, address) && !isExcluded)
}

function contains(cidr: string, address: number | undefined): boolean {
  const [base = '', length = '32'] = cidr.split('/')
  const start = parseAddress(base)
  if (address === undefined || start === undefined) return false
  const size = 2 ** (32 - Number(length))
  return Math.floor(address / size) === Math.floor(start / size)
}

/** An IPv4 address as a number; undefined for names and for IPv6. */
function parseAddress(host: string): number | undefined {
  const bytes = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host)?.slice(1).map(Number)
  return bytes?.reduce((sum, byte) => sum * 256 + byte, 0)
}

function permitsPort({ ports }: PolicyRule, port: number): boolean {
  return (
    ports.length === 0 ||
    ports.some(entry => {
      const start = number(entry, 'port')
      if ((text(entry, 'protocol') ?? 'TCP') !== 'TCP') return false
      return (
        !isSet(at(entry, 'port')) ||
        (start !== undefined && port >= start && port <= (number(entry, 'endPort') ?? start))
      )
    })
  )
}
