import { type Path, type Position, positionOf } from 'kustomize-ts'
import type { Resource } from '../model/resource.ts'
import type { Endpoint } from './endpoint.ts'
import { type Direction, flow, isolationOf, type Permission, type Side } from './permit.ts'
import type { Policy } from './policy.ts'
import { intersectPorts, type PortSet, subtractPorts } from './port-set.ts'
import type { Way } from './reach.ts'

/**
 * The line that lets pass what nobody wrote down: of the policy that leaves one end open, of the rule that lets it in,
 * or of the one that lets it out. Undefined where no line of a policy does it.
 */
export function blamePermit(ways: readonly Way[], extra: PortSet): Position | undefined {
  const ends = ways.flatMap(way => endsOf(way).filter(({ end }) => end.kind === 'pod'))
  const open = ends.filter(({ side }) => side.policies.length === 0).flatMap(placeOfOpening)
  const rules = ends.flatMap(({ side }) =>
    side.permissions.filter(({ ports }) => intersectPorts(ports, extra).length > 0),
  )
  return [...open, ...rules.map(placeOfRule)][0]
}

/** The line without which something would pass: of the callee's policies before the caller's, for some pods before for all. */
export function blameDenial(ways: readonly Way[], missing: PortSet): Position | undefined {
  const closed = ways.flatMap(endsOf).filter(({ side }) => subtractPorts(missing, side.ports).length > 0)
  return closed.flatMap(({ side, direction }) => {
    const [policy] = [...side.policies].sort((left, right) => right.selector.length - left.selector.length)
    return policy ? [placeOf(policy.resource, ['spec', direction])] : []
  })[0]
}

interface EndOfWay {
  readonly end: Endpoint
  readonly side: Side
  readonly direction: Direction
  readonly policies: readonly Policy[]
}

function endsOf({ from, to, policies }: Way): readonly EndOfWay[] {
  const { ingress, egress } = flow(from, to, policies)
  return [
    { end: to, side: ingress, direction: 'ingress', policies },
    { end: from, side: egress, direction: 'egress', policies },
  ]
}

/** A pod that is open in one direction: the policy for the other one, that of most pods first, could hold for both. */
function placeOfOpening({ end, direction, policies }: EndOfWay): readonly Position[] {
  if (end.kind !== 'pod') return []
  const others = isolationOf(policies)(end)[direction === 'ingress' ? 'egress' : 'ingress']
  const [policy] = [...others].sort((left, right) => left.selector.length - right.selector.length)
  if (policy) return [placeOf(policy.resource, ['spec', 'policyTypes'])]
  return end.resource ? [placeOf(end.resource, [])] : []
}

function placeOfRule({ policy, rule }: Permission): Position {
  return placeOf(policy.resource, rule.path)
}

export function nameOf({ resource: { id } }: Policy): string {
  return `NetworkPolicy "${id.name}" of namespace "${id.namespace ?? 'default'}"`
}

export function placeOf({ root }: Resource, path: Path): Position {
  const { file, line, column } = positionOf(root, path)
  return { file, line, column }
}
