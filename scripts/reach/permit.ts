import { memoize } from '../validate/read/memoize.ts'
import { selects } from '../validate/read/selector.ts'
import { contains } from './address-block.ts'
import type { Endpoint, PodEndpoint } from './endpoint.ts'
import type { Peer, Policy, PolicyPort, PolicyRule } from './policy.ts'
import { allOf, allPorts, intersectPorts, noPorts, type PortSet, unitePorts } from './port-set.ts'

/** A rule that permits something, of the policy that has it. */
export interface Permission {
  readonly policy: Policy
  readonly rule: PolicyRule
  readonly ports: PortSet
}

/** What the policies say of one end of a connection. */
export interface Side {
  /** The policies that hold for the pods in this direction. Where there are none, everything is permitted. */
  readonly policies: readonly Policy[]
  readonly permissions: readonly Permission[]
  readonly ports: PortSet
}

/** Whether one end may open connections to the other, and by which ports of the other. */
export interface Flow {
  readonly egress: Side
  readonly ingress: Side
  readonly ports: PortSet
}

/**
 * What the policies permit (Kubernetes, "Network Policies"): a pod that no policy selects for a direction is open in it,
 * any other is open to what one of them permits, and both ends must be. What is outside of the cluster has no policies.
 */
export function flow(from: Endpoint, to: Endpoint, policies: readonly Policy[]): Flow {
  const egress = judge('egress', from, to, to, policies)
  const ingress = judge('ingress', to, from, to, policies)
  return { egress, ingress, ports: intersectPorts(egress.ports, ingress.ports) }
}

/** The ports of a flow alone, for whoever does not ask why. */
export function permittedPorts(from: Endpoint, to: Endpoint, policies: readonly Policy[]): PortSet {
  const egress = portsOfEnd('egress', from, to, to, policies)
  return egress.length === 0 ? noPorts : intersectPorts(egress, portsOfEnd('ingress', to, from, to, policies))
}

export type Direction = 'ingress' | 'egress'

function portsOfEnd(
  direction: Direction,
  own: Endpoint,
  other: Endpoint,
  server: Endpoint,
  all: readonly Policy[],
): PortSet {
  const policies = own.kind === 'address' ? [] : isolationOf(all)(own)[direction]
  if (policies.length === 0) return allPorts
  const permitted: PortSet[] = []
  for (const policy of policies)
    for (const rule of policy[direction] ?? []) if (isFor(rule, other, policy)) permitted.push(portsOf(rule, server))
  return unitePorts(permitted)
}

function judge(direction: Direction, own: Endpoint, other: Endpoint, server: Endpoint, all: readonly Policy[]): Side {
  const policies = own.kind === 'address' ? [] : isolationOf(all)(own)[direction]
  const permissions = policies.flatMap(policy =>
    (policy[direction] ?? [])
      .filter(rule => isFor(rule, other, policy))
      .map(rule => ({ policy, rule, ports: portsOf(rule, server) })),
  )
  return { policies, permissions, ports: portsOfEnd(direction, own, other, server, all) }
}

function isFor({ peers }: PolicyRule, other: Endpoint, policy: Policy): boolean {
  return peers.length === 0 || peers.some(peer => means(peer, other, policy))
}

/** The policies that hold for a pod in each direction. */
export const isolationOf = memoize((all: readonly Policy[]) =>
  memoize((pod: PodEndpoint) => {
    const own = all.filter(policy => holdsFor(policy, pod))
    return { ingress: own.filter(({ ingress }) => ingress), egress: own.filter(({ egress }) => egress) }
  }),
)

function holdsFor(policy: Policy, pod: PodEndpoint): boolean {
  return !pod.isOnHost && policy.namespace === pod.namespace && selects(policy.selector, pod.labels)
}

/** Blocks are for addresses outside of the cluster: whether they cover pods as well depends on the network plugin. */
function means({ pods, namespaces, block, except }: Peer, other: Endpoint, policy: Policy): boolean {
  if (other.kind === 'address') {
    const { block: address } = other
    if (block === undefined || address === undefined) return false
    return contains(block, address) && !except.some(one => contains(one, address))
  }
  if ((pods === undefined && namespaces === undefined) || other.isOnHost) return false
  const isInNamespace = namespaces ? selects(namespaces, other.namespaceLabels) : other.namespace === policy.namespace
  return isInNamespace && selects(pods ?? [], other.labels)
}

function portsOf(rule: PolicyRule, server: Endpoint): PortSet {
  return numericPorts(rule) ?? unitePorts(rule.ports.map(port => numbersOf(port, server)))
}

/** What a rule permits whoever serves; undefined where it names a port. */
const numericPorts = memoize(({ ports }: PolicyRule): PortSet | undefined => {
  if (ports.length === 0) return allPorts
  return ports.some(({ port }) => typeof port === 'string')
    ? undefined
    : unitePorts(ports.map(one => numbersOf(one, undefined)))
})

/** A name means the port that the server's containers declare under it, so that it means nothing elsewhere. */
function numbersOf({ protocol, port, last }: PolicyPort, server: Endpoint | undefined): PortSet {
  if (port === undefined) return [allOf(protocol)]
  if (typeof port === 'number')
    return last !== undefined && last < port ? noPorts : [{ protocol, first: port, last: last ?? port }]
  const declared = server?.kind === 'pod' ? (server.ports ?? []) : []
  return unitePorts(
    declared
      .filter(one => one.name === port && one.protocol === protocol)
      .map(one => [{ protocol, first: one.number, last: one.number }]),
  )
}
