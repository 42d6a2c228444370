import { CannotFinish } from '../model/cannot-finish.ts'
import type { Cluster } from '../model/cluster.ts'
import { indexClusters } from '../model/find-cluster.ts'
import { nearest } from '../text/nearest.ts'
import type { AssertedUnit } from './assert-units.ts'
import type { Group } from './list-endpoints.ts'

export interface Question {
  /** A name of docs/reachability.md, or that of a cluster, a colon, and such a name. */
  readonly from: string
  readonly to: string
  readonly cluster: Cluster | undefined
}

/** One of the two that a question is about. */
export interface End {
  readonly cluster: Cluster | undefined
  readonly name: string
}

/** `kanto/tokyo:nginx`, or a name alone. Throws CannotFinish for a cluster that there is not. */
export function readEnd(text: string, clusters: readonly Cluster[]): End {
  const [, name = '', rest = ''] = /^([^:]+):([^:].*)$/.exec(text) ?? []
  if (name === '') return { cluster: undefined, name: text }
  const cluster = indexClusters(clusters)(name)
  if (cluster) return { cluster, name: rest }
  const near = nearest(
    name,
    clusters.map(one => one.name),
  )
  const hint = near === undefined ? 'write CLUSTER:NAME' : `did you mean "${near}:${rest}"?`
  throw new CannotFinish(`there is no cluster ${JSON.stringify(name)}: ${hint}`)
}

/** What a name means in a unit: a group, or one of its members, such as a namespace of tasks. */
export function findGroup({ reach }: AssertedUnit, name: string): Group | undefined {
  const group = reach.groups.find(one => one.name === name)
  if (group) return group
  const owner = reach.groups.find(({ members }) => members.some(one => one.name === name))
  return owner && { ...owner, name, members: owner.members.filter(one => one.name === name) }
}

/** Throws CannotFinish: no unit has all of these names. */
export function refuseNames(names: readonly string[], units: readonly AssertedUnit[]): never {
  const known = [...new Set(units.flatMap(({ reach }) => reach.groups.map(({ name }) => name)))]
  const wrong = names.find(name => !units.some(unit => findGroup(unit, name)))
  if (wrong === undefined)
    throw new CannotFinish(`no cluster has both ${names.map(name => JSON.stringify(name)).join(' and ')}`)
  const near = nearest(wrong, known)
  const hint = near === undefined ? `the names are ${known.join(', ')}` : `did you mean "${near}"?`
  throw new CannotFinish(`nothing is called ${JSON.stringify(wrong)} here: ${hint}`)
}
