import type { AssertedUnit } from './assert-units.ts'
import { placeOf } from './blame.ts'
import { addressesOf, type Site } from './borders.ts'
import { type DescribeOptions, describeSide, narrow } from './describe-way.ts'
import { type Door, listDoors } from './doors.ts'
import type { Group } from './list-endpoints.ts'
import { flow } from './permit.ts'
import { allPorts, hasPort } from './port-set.ts'
import { findWay, type Way, waysBetween } from './reach.ts'

export interface BorderEnd {
  readonly unit: AssertedUnit
  readonly group: Group
}

interface Passage {
  readonly text: string
  readonly isPermitted: boolean
}

/** Out of one cluster, through each port that leads to the callee in the other one. */
export function explainBorder(from: BorderEnd, to: BorderEnd, options: DescribeOptions): Passage {
  const title = `${from.unit.names[0]}:${from.group.name} → ${to.unit.names[0]}:${to.group.name}`
  const doors = listDoors(to.unit.reach).filter(({ target }) => to.group.members.includes(target))
  const asked = doors.filter(({ port }) => options.port === undefined || port === options.port)
  const passages = asked.map(door => describePassage(door, from, to, options))
  if (passages.length === 0) {
    const what = options.port === undefined ? 'no port' : `no port ${options.port}`
    return { text: `${title}: may not call it: ${what} leads there from outside`, isPermitted: false }
  }
  const texts = [...new Set(passages.map(({ text }) => `${title}: ${text}`))]
  return { text: texts.join('\n'), isPermitted: passages.some(({ isPermitted }) => isPermitted) }
}

function describePassage(door: Door, from: BorderEnd, to: BorderEnd, options: DescribeOptions): Passage {
  const out = waysBetween(from.group, { members: addressesOf(toSite(to)) }, from.unit.reach)
  const into = addressesOf(toSite(from)).map(one => findWay(one, door.target, to.unit.reach.policies))
  const leaves = out.some(({ ports }) => hasPort(ports, door.port, door.protocol))
  const enters = into.some(({ ports }) => hasPort(ports, door.targetPort, door.protocol))
  const isPermitted = leaves && enters
  const lines = [
    isPermitted ? `may call it: ${door.port}` : `may not call it at ${door.port}`,
    ...distinct(out, way =>
      describeSide(flowOf(way).egress, way.from, 'out of', { ...options, ports: narrow(allPorts, door.port) }),
    ),
    `  published: ${door.by} ${door.port}, ${options.namePlace(placeOf(door.resource, []))}`,
    ...distinct(into, way =>
      describeSide(flowOf(way).ingress, way.to, 'into', { ...options, ports: narrow(allPorts, door.targetPort) }),
    ),
  ]
  return { text: lines.join('\n'), isPermitted }
}

function flowOf({ from, to, policies }: Way) {
  return flow(from, to, policies)
}

function distinct(ways: readonly Way[], describe: (way: Way) => readonly string[]): readonly string[] {
  return [...new Set(ways.flatMap(describe))]
}

function toSite({ unit: { reach, cluster } }: BorderEnd): Site {
  return { reach, address: cluster?.settings.address }
}
