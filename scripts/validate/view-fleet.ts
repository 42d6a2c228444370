import type { ClusterView } from '../model/cluster-view.ts'
import type { FleetView } from '../model/fleet-view.ts'
import type { Unit } from '../model/unit.ts'
import { viewCluster } from './cluster-view.ts'
import { memoize } from './read/memoize.ts'
import { publishedAddresses } from './read/published.ts'

/** For a resource outside of any cluster: nobody calls another. */
export const noFleet: FleetView = { at: () => undefined }

/**
 * Units by the addresses at which they publish Services, so that no rule walks over all of them. An address that two
 * units have leads to neither: which of them answers, nobody knows.
 */
export function viewFleet(units: readonly Unit[]): FleetView {
  const view = memoize((unit: Unit): ClusterView => viewCluster(unit))
  let index: ReadonlyMap<string, Unit | undefined> | undefined
  return {
    at: address => {
      index ??= indexAddresses(units)
      const unit = index.get(address)
      return unit && view(unit)
    },
  }
}

function indexAddresses(units: readonly Unit[]): ReadonlyMap<string, Unit | undefined> {
  const index = new Map<string, Unit | undefined>()
  for (const unit of units) {
    const services = unit.resources.filter(({ id }) => id.kind === 'Service')
    for (const address of new Set(services.flatMap(publishedAddresses)))
      index.set(address, index.has(address) ? undefined : unit)
  }
  return index
}
