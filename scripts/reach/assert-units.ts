import type { Cluster } from '../model/cluster.ts'
import { indexClusters } from '../model/find-cluster.ts'
import type { Unit } from '../model/unit.ts'
import { contains } from './address-block.ts'
import type { Assertion, Part } from './assertion.ts'
import { addressesOf, type Site, tabulateBorder } from './borders.ts'
import { tabulateMatrix } from './matrix.ts'
import { type Reach, readReach } from './reach.ts'
import { fingerprint, nameShape } from './shape.ts'
import type { Table } from './table.ts'
import { tabulateDoors } from './tabulate-doors.ts'
import { tabulateSecurity } from './tabulate-security.ts'

/** A unit that docs/reachability.md speaks of. */
export interface AssertedUnit {
  readonly name: string
  /** What the document calls it: its own name, then that of its kind. */
  readonly names: readonly string[]
  readonly cluster: Cluster | undefined
  readonly key: string
  readonly reach: Reach
}

const tabulations: readonly (readonly [Part, (reach: Reach) => Table])[] = [
  ['Within a cluster', tabulateMatrix],
  ['From outside', tabulateDoors],
  ['The network of the node', tabulateSecurity],
]

/** The clusters and the overlays of a repository, those of one kind sharing what is worked out for one of them. */
export function listAsserted(units: readonly Unit[], clusters: readonly Cluster[]): readonly AssertedUnit[] {
  const find = indexClusters(clusters)
  const owners = new Set(clusters.map(({ settings }) => find(settings.cloud ?? '')))
  const byName = new Map(clusters.map(cluster => [`clusters/${cluster.name}`, cluster]))
  const known = new Map<string, Reach>()
  return units.flatMap(unit => {
    const cluster = unit.kind === 'cluster' ? byName.get(unit.name) : undefined
    if (!cluster && !(unit.kind === 'kustomization' && unit.name.startsWith('overlays/'))) return []
    const key = fingerprint(unit.resources)
    const reach = known.get(key) ?? readReach(unit.resources)
    known.set(key, reach)
    const names = cluster ? [cluster.name, nameShape(cluster, owners.has(cluster))] : [unit.name]
    return [{ name: unit.name, names, cluster, key, reach }]
  })
}

/** What the manifests say of each unit, and of each edge with its cloud and its neighbours. */
export function assertUnits(units: readonly AssertedUnit[]): readonly Assertion[] {
  const tables = new Map<Reach, readonly Assertion[]>()
  const own = units.flatMap(({ name, names, reach }) => {
    const known =
      tables.get(reach) ??
      tabulations.map(([part, tabulate]) => ({ part, units: [], names: [], table: tabulate(reach) }))
    tables.set(reach, known)
    return known.map(one => ({ ...one, units: [name], names }))
  })
  return [...own, ...assertBorders(units)]
}

function assertBorders(units: readonly AssertedUnit[]): readonly Assertion[] {
  const find = indexClusters(units.flatMap(({ cluster }) => cluster ?? []))
  const byCluster = new Map(units.map(unit => [unit.cluster, unit]))
  const neighbours = new Map<AssertedUnit, Map<string, AssertedUnit>>()
  const tables = new Map<string, Table>()
  const tabulate = (from: AssertedUnit, to: AssertedUnit): Assertion => {
    const sites = [toSite(from), toSite(to)] as const
    const key = JSON.stringify([from.key, to.key, viewOf(sites[0], sites[1]), viewOf(sites[1], sites[0])])
    const table = tables.get(key) ?? tabulateBorder(...sites)
    tables.set(key, table)
    const names = from.names.map((name, index) => `${name} → ${to.names[index]}`)
    return { part: 'Between clusters', units: [from.name, to.name], names, table }
  }
  return units.flatMap(edge => {
    const cloud = byCluster.get(find(edge.cluster?.settings.cloud ?? ''))
    if (edge.cluster?.settings.role !== 'edge' || !cloud?.cluster) return []
    const known = neighbours.get(cloud) ?? new Map<string, AssertedUnit>()
    neighbours.set(cloud, known)
    const others = [...known].filter(([, other]) => other !== edge).map(([, other]) => other)
    if (!known.has(edge.key)) known.set(edge.key, edge)
    return [
      tabulate(edge, cloud),
      tabulate(cloud, edge),
      ...others.flatMap(other => [tabulate(edge, other), tabulate(other, edge)]),
    ]
  })
}

function toSite({ reach, cluster }: AssertedUnit): Site {
  return { reach, address: cluster?.settings.address }
}

/** Which blocks of a site's policies hold the address of another: all that its policies can know of it. */
function viewOf(site: Site, other: Site): string {
  const groups = site.reach.groups.flatMap(({ members }) =>
    members.flatMap(one => (one.kind === 'address' && one.block ? [one.block] : [])),
  )
  return addressesOf(other)
    .map(({ block }) =>
      groups
        .filter(one => block !== undefined && contains(one, block))
        .map(({ text }) => text)
        .join(' '),
    )
    .join(' | ')
}
