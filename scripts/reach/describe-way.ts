import type { Position } from 'kustomize-ts'
import { nameOf, placeOf } from './blame.ts'
import { listDoors } from './doors.ts'
import type { Endpoint } from './endpoint.ts'
import { flow, type Side } from './permit.ts'
import { allPorts, formatPorts, hasPort, intersectPorts, type PortSet, protocols } from './port-set.ts'
import type { Reach, Way } from './reach.ts'

export interface DescribeOptions {
  /** Only this port of the callee. */
  readonly port: number | undefined
  namePlace(place: Position): string
}

/** The ports of a set that a question is about. */
export function narrow(ports: PortSet, port: number | undefined): PortSet {
  if (port === undefined) return ports
  return intersectPorts(
    ports,
    protocols.map(protocol => ({ protocol, first: port, last: port })),
  )
}

/** One way with its reasons, a line each: what lets it out, what lets it in, who serves, and how that is published. */
export function describeWay({ from, to, policies, ports }: Way, reach: Reach, options: DescribeOptions): string {
  const may = narrow(ports, options.port)
  const relevant = may.length > 0 ? may : narrow(allPorts, options.port)
  const { egress, ingress } = flow(from, to, policies)
  return [
    `${from.name} → ${to.name}: ${describeAnswer(may, options.port)}`,
    ...describeSide(egress, from, 'out of', { ...options, ports: relevant }),
    ...describeSide(ingress, to, 'into', { ...options, ports: relevant }),
    ...(may.length > 0 ? describeServed(to, may, reach, options) : []),
  ].join('\n')
}

function describeAnswer(may: PortSet, port: number | undefined): string {
  if (may.length > 0) return `may call it: ${formatPorts(may)}`
  return port === undefined ? 'may not call it' : `may not call it at ${port}`
}

/** Every rule that lets a call at one of the ports pass; where none does, the policies that would have to. */
export function describeSide(
  { policies, permissions }: Side,
  end: Endpoint,
  direction: 'out of' | 'into',
  { ports: asked, namePlace }: Pick<DescribeOptions, 'namePlace'> & { readonly ports: PortSet },
): readonly string[] {
  if (end.kind === 'address') return []
  const way = `  ${direction} ${end.name}: `
  if (policies.length === 0) return [`${way}no NetworkPolicy holds for it, so that everything passes`]
  const rules = permissions.filter(({ ports }) => intersectPorts(ports, asked).length > 0)
  if (rules.length === 0)
    return policies.map(
      policy => `${way}${nameOf(policy)} permits nothing of it, ${namePlace(placeOf(policy.resource, ['spec']))}`,
    )
  return rules.map(
    ({ policy, rule, ports }) =>
      `${way}${nameOf(policy)} permits ${formatPorts(ports)}, ${namePlace(placeOf(policy.resource, rule.path))}`,
  )
}

function describeServed(to: Endpoint, may: PortSet, reach: Reach, { namePlace }: DescribeOptions): readonly string[] {
  if (to.kind === 'address' || !to.resource) return []
  const { kind, name } = to.resource.id
  const served = (to.ports ?? []).filter(port => hasPort(may, port.number, port.protocol))
  const ports = served.map(port => `${port.name ?? 'port'} ${port.number}`).join(', ')
  const place = namePlace(placeOf(to.resource, []))
  const doors = listDoors(reach).filter(({ target }) => target.name === to.name)
  return [
    served.length > 0
      ? `  served by ${kind} "${name}": ${ports}, ${place}`
      : `  but no container of ${kind} "${name}" declares such a port, ${place}`,
    ...doors.map(({ by, port, resource }) => `  published: ${by} ${port}, ${namePlace(placeOf(resource, []))}`),
  ]
}
