import { parseBlock } from './address-block.ts'
import { type Door, listDoors } from './doors.ts'
import type { AddressEndpoint } from './endpoint.ts'
import { hasPort, intersectPorts, noPorts, type PortSet, unitePorts } from './port-set.ts'
import { findWay, type Reach, type Way, waysBetween } from './reach.ts'
import { type Cell, type Table, toCell } from './table.ts'

/** One end of a connection between clusters. */
export interface Site {
  readonly reach: Reach
  /** Where the others reach it. */
  readonly address: string | undefined
}

const worlds = [parseBlock('0.0.0.0/0'), parseBlock('::/0')]

/** A site as the policies of another one see it. A host name may mean any address of either family. */
export function addressesOf({ address }: Site): readonly AddressEndpoint[] {
  const block = parseBlock(address ?? '')
  return (block ? [block] : worlds).map(one => ({ kind: 'address', name: address ?? 'outside', block: one }))
}

/** What one cluster's pods may call in another: the ports that this one publishes, if both let the call pass. */
export function tabulateBorder(from: Site, to: Site): Table {
  const doors = listDoors(to.reach).filter(({ by }) => by !== 'Ingress')
  const targets = [...new Set(doors.map(({ target }) => target.name))].sort()
  const outgoing = from.reach.groups.filter(({ isOurs }) => isOurs)
  const address = { name: 'address', isOurs: false, members: addressesOf(to) }
  return {
    columns: ['from ↓ to →', ...targets],
    rows: new Map(
      outgoing.map(group => {
        const ways = waysBetween(group, address, from.reach)
        return [
          group.name,
          targets.map(name =>
            cross(
              ways,
              doors.filter(({ target }) => target.name === name),
              from,
              to,
            ),
          ),
        ]
      }),
    ),
  }
}

/** Two ways, one through each cluster, are one way where a door lies between them. */
function cross(ways: readonly Way[], doors: readonly Door[], from: Site, to: Site): Cell {
  const callers = addressesOf(from)
  const entered = doors.flatMap(door =>
    callers.map(caller => ({ door, way: findWay(caller, door.target, to.reach.policies) })),
  )
  const open = entered.filter(({ door, way }) => hasPort(way.ports, door.targetPort, door.protocol))
  const published = unitePorts(open.map(({ door }) => portOf(door)))
  const { text } = toCell(byCaller(ways).map(way => ({ ...way, ports: intersectPorts(way.ports, published) })))
  const shut = entered.filter(one => !open.includes(one))
  return { text, ways: [...(shut.length > 0 ? shut : open).map(({ way }) => way), ...ways] }
}

/** One of the address's families is enough. */
function byCaller(ways: readonly Way[]): readonly Way[] {
  const callers = new Map<string, Way>()
  for (const way of ways) {
    const known = callers.get(way.from.name)
    callers.set(way.from.name, { ...way, to: way.from, ports: unitePorts([known?.ports ?? noPorts, way.ports]) })
  }
  return [...callers.values()]
}

function portOf({ port, protocol }: Door): PortSet {
  return port === 0 ? [{ protocol, first: 30000, last: 32767 }] : [{ protocol, first: port, last: port }]
}
