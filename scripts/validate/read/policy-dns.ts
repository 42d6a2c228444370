import { at, type Field, isSet, number, text } from './field.ts'
import type { Peer, PolicyRule } from './network-policy.ts'
import { labelsOf, selects } from './selector.ts'

export type DnsProtocol = 'UDP' | 'TCP'

/** Where a DNS server listens: CoreDNS on 53, OpenShift's on 5353; CoreDNS has names for its ports. */
const ports: readonly unknown[] = [53, 5353, 'dns', 'dns-tcp']

/** The entry of a rule that is for DNS in so many words, on one protocol. */
export function dnsEntry({ ports: entries }: PolicyRule, protocol: DnsProtocol): Field | undefined {
  return entries.find(entry => ports.includes(at(entry, 'port').value) && isOf(entry, protocol))
}

/** Whether a rule lets DNS pass on a protocol, by port or because it is for all ports of the cluster's DNS. */
export function permitsDns(rule: PolicyRule, protocol: DnsProtocol): boolean {
  if (dnsEntry(rule, protocol)) return true
  const isOpen = rule.ports.length === 0 || rule.ports.some(entry => isOf(entry, protocol) && contains(entry, 53))
  return isOpen && (rule.peers.length === 0 || rule.peers.some(mayBeDns))
}

const isOf = (entry: Field, protocol: DnsProtocol) => (text(entry, 'protocol') ?? 'TCP') === protocol

function contains(entry: Field, port: number): boolean {
  if (!isSet(at(entry, 'port'))) return true
  const start = number(entry, 'port') ?? Number.NaN
  return start <= port && port <= (number(entry, 'endPort') ?? start)
}

const systemNamespace = labelsOf({ 'kubernetes.io/metadata.name': 'kube-system' })

function mayBeDns({ isAddressBlock, namespaceSelector }: Peer): boolean {
  return isAddressBlock || (namespaceSelector !== undefined && selects(namespaceSelector, systemNamespace))
}
