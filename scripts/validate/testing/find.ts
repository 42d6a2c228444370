import { nodeAt, positionInText, positionOf } from 'kustomize-ts'
import type { FleetView } from '../../model/fleet-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { viewCluster } from '../cluster-view.ts'
import { suppressionsOf } from '../suppressions.ts'
import { viewFleet } from '../view-fleet.ts'
import type { Site } from './read-unit.ts'

export interface Found extends Finding {
  readonly id: string
  readonly file: string
  readonly line: number
  readonly resource: Resource
}

/** What some rules find in the sites of a fixture. */
export function findInSites(rules: readonly Rule[], sites: readonly Site[]): readonly Found[] {
  const fleet = viewFleet(sites)
  return sites.flatMap(site => find(rules, site, sites, fleet))
}

/** What some rules find in a unit, each with the place that a person would edit. */
function find(rules: readonly Rule[], unit: Site, sites: readonly Site[], fleet: FleetView): readonly Found[] {
  const cluster = viewCluster(unit, unit.kubernetes, () =>
    sites.filter(one => one !== unit).map(one => viewCluster(one, one.kubernetes)),
  )
  return unit.resources.flatMap(resource =>
    rules
      .filter(({ kinds }) => !kinds || kinds.includes(resource.id.kind))
      .filter(({ id }) => !suppressionsOf(resource).some(({ code }) => code === id))
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
