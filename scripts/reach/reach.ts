import type { Resource } from '../model/resource.ts'
import { memoize } from '../validate/read/memoize.ts'
import type { Endpoint } from './endpoint.ts'
import { type Group, listGroups } from './list-endpoints.ts'
import { permittedPorts } from './permit.ts'
import { type Policy, readPolicy } from './policy.ts'
import type { PortSet } from './port-set.ts'

/** Who may talk to whom in one cluster, by its manifests. */
export interface Reach {
  readonly resources: readonly Resource[]
  readonly groups: readonly Group[]
  readonly policies: readonly Policy[]
}

/** One way from an endpoint to another. */
export interface Way {
  readonly from: Endpoint
  readonly to: Endpoint
  /** By which the callee may be called. */
  readonly ports: PortSet
  /** Those of the cluster that the ends are in, to ask for the reason. */
  readonly policies: readonly Policy[]
}

/** Worked out once for the resources of a unit. */
export const readReach: (resources: readonly Resource[]) => Reach = memoize(resources => {
  const policies = resources.filter(({ id }) => id.kind === 'NetworkPolicy').map(readPolicy)
  return { resources, policies, groups: listGroups(resources, policies) }
})

/** Every way from the members of one group to those of another. */
export function waysBetween(
  from: Pick<Group, 'members'>,
  to: Pick<Group, 'members'>,
  { policies }: Pick<Reach, 'policies'>,
): readonly Way[] {
  return from.members.flatMap(one => to.members.map(other => findWay(one, other, policies)))
}

export function findWay(from: Endpoint, to: Endpoint, policies: readonly Policy[]): Way {
  return { from, to, policies, ports: permittedPorts(from, to, policies) }
}
