import type { ClusterChange, FleetDiff, ResourceChange } from '../model/change.ts'
import type { Resource } from '../model/resource.ts'
import { type Compare, createCompare } from './compare-resource.ts'
import { findStems, withStem } from './hashed-names.ts'
import { markCluster } from './marks/mark-cluster.ts'

/** The resources of clusters, by the clusters' names. */
export type Clusters = ReadonlyMap<string, readonly Resource[]>

/** Two states of clusters → what changes in each. */
export function compareClusters(before: Clusters, after: Clusters): FleetDiff {
  const compare = createCompare()
  const names = [...new Set([...before.keys(), ...after.keys()])].sort()
  const clusters = names.flatMap(name => compareCluster(name, before.get(name), after.get(name), compare))
  return { clusters, unchanged: names.length - clusters.length }
}

function compareCluster(
  cluster: string,
  before: readonly Resource[] | undefined,
  after: readonly Resource[] | undefined,
  compare: Compare,
): readonly ClusterChange[] {
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  const changes = markCluster(kind, compareResources(before ?? [], after ?? [], compare))
  return changes.length === 0 && kind === 'changed' ? [] : [{ cluster, kind, changes }]
}

/** Those that go first, then the others in the order of the later state. */
function compareResources(
  before: readonly Resource[],
  after: readonly Resource[],
  compare: Compare,
): readonly ResourceChange[] {
  const [oldStems, newStems] = [findStems(before), findStems(after)]
  const old = index(before.map(one => withStem(one, oldStems)))
  const young = index(after.map(one => withStem(one, newStems)))
  const deleted = [...old].filter(([key]) => !young.has(key)).flatMap(([, one]) => compare(one, undefined))
  return [...deleted, ...[...young].flatMap(([key, one]) => compare(old.get(key), one, { oldStems, newStems }))]
}

/** A new apiVersion of the same kind is the same object to the API server. */
function index(resources: readonly Resource[]): ReadonlyMap<string, Resource> {
  return new Map(resources.map(resource => [keyOf(resource), resource]))
}

function keyOf({ id: { apiVersion, kind, namespace, name } }: Resource): string {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
  return [group, kind, namespace ?? '', name].join('\n')
}
