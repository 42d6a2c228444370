import { nodeAt, positionInText, positionOf } from 'kustomize-ts'
import type { FleetView } from '../../model/fleet-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import type { Unit } from '../../model/unit.ts'
import { viewCluster } from '../cluster-view.ts'
import { viewFleet } from '../view-fleet.ts'

export interface Found extends Finding {
  readonly id: string
  readonly file: string
  readonly line: number
  readonly resource: Resource
}

/** What some rules find in the sites of a fixture. */
export function findInSites(rules: readonly Rule[], sites: readonly Unit[]): readonly Found[] {
  const fleet = viewFleet(sites)
  return sites.flatMap(site => find(rules, site, sites, fleet))
}

/** What some rules find in a unit, each with the place that a person would edit. */
function find(rules: readonly Rule[], unit: Unit, sites: readonly Unit[], fleet: FleetView): readonly Found[] {
  const cluster = viewCluster(unit, () => sites.filter(one => one !== unit).map(one => viewCluster(one)))
  return unit.resources.flatMap(resource =>
    rules
      .filter(({ kinds }) => !kinds || kinds.includes(resource.id.kind))
      .flatMap(rule =>
        [...rule.check(resource, cluster, fleet)].map(finding => ({
          ...finding,
          id: rule.id,
          resource,
          ...placeOf(resource, finding),
        })),
      ),
  )
}

function placeOf({ root }: Resource, { path, at, inText }: Finding): { file: string; line: number } {
  const node = nodeAt(root, path)
  if (inText && node?.kind === 'scalar') return positionInText(node, inText.line, inText.column)
  return positionOf(root, path, at)
}
