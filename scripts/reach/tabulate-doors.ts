import { placeOf } from './blame.ts'
import { type Door, listDoors } from './doors.ts'
import { formatPorts, hasPort } from './port-set.ts'
import { type Reach, waysBetween } from './reach.ts'
import { type Cell, plainCell, type Table } from './table.ts'

/** What is published to the outside, and whether the policies let those in who come that way. */
export function tabulateDoors(reach: Reach): Table {
  const rows = new Map<string, { readonly door: Door; readonly cell: Cell }>()
  for (const door of listDoors(reach)) rows.set(describeDoor(door), { door, cell: judgeDoor(door, reach) })
  return {
    columns: ['way in', 'leads to', 'open to it'],
    rows: new Map(
      [...rows]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([name, { door, cell }]) => [
          name,
          [
            plainCell(
              `${door.target.name} ${formatPorts([{ protocol: door.protocol, first: door.targetPort, last: door.targetPort }])}`,
              placeOf(door.resource, []),
            ),
            cell,
          ],
        ]),
    ),
  }
}

function describeDoor({ by, port, protocol, target }: Door): string {
  const number = port === 0 ? 'any' : `${port}${protocol === 'TCP' ? '' : `/${protocol}`}`
  return `${by} ${number} → ${target.name}`
}

/** An ingress controller is a pod in a namespace of its own, and calls from there. */
function judgeDoor(door: Door, reach: Reach): Cell {
  const callers = reach.groups.filter(({ name }) => name === (door.by === 'Ingress' ? 'other namespaces' : 'outside'))
  const ways = callers.flatMap(group => waysBetween(group, { members: [door.target] }, reach))
  const open = ways.filter(way => hasPort(way.ports, door.targetPort, door.protocol))
  if (open.length === ways.length && ways.length > 0) return { text: 'yes', ways }
  return { text: open.length === 0 ? 'no' : `only ${open.map(({ from }) => from.name).join(', ')}`, ways }
}
