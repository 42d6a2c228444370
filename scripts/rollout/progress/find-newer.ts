import { isDeepStrictEqual } from 'node:util'
import { CannotFinish } from '../../model/cannot-finish.ts'
import type { FleetTree } from '../../model/fleet-tree.ts'
import { type Change, readChange } from '../plan/change.ts'
import { chooseTargets } from '../plan/choose-targets.ts'
import { type Rollout, startOf } from './find-rollouts.ts'
import { settingsOf } from './settings.ts'

interface Reach {
  readonly change: Change
  readonly clusters: ReadonlySet<string>
}

/** The newest rollout that was begun later and wants something else for the same key of the same clusters. */
export function findNewer(rollout: Rollout, all: readonly Rollout[], tree: FleetTree): Rollout | undefined {
  const own = reachOf(rollout, tree)
  if (own === undefined) return undefined
  return all.find(other => {
    if (other.id === rollout.id || startOf(other) < startOf(rollout) || !isAlive(other)) return false
    const reach = reachOf(other, tree)
    return reach !== undefined && excludes(own.change, reach.change) && meets(own.clusters, reach.clusters)
  })
}

/** One that was closed before anything of it was merged has changed nobody's mind. */
function isAlive({ steps }: Rollout): boolean {
  return steps.some(({ pull }) => pull.state !== 'closed')
}

/** Undefined where it means nothing in this fleet any more. */
function reachOf(rollout: Rollout, { fleet }: FleetTree): Reach | undefined {
  const settings = settingsOf(rollout)
  if (settings === undefined) return undefined
  try {
    const clusters = chooseTargets(fleet.clusters, settings.to).map(({ name }) => name)
    return { change: readChange(settings.set), clusters: new Set(clusters) }
  } catch (error) {
    if (error instanceof CannotFinish) return undefined
    throw error
  }
}

/** Two that want the same, or add and remove different items of a list, do not get in each other's way. */
function excludes(one: Change, other: Change): boolean {
  if (one.key !== other.key) return false
  if (one.operator === other.operator && (one.operator !== '=' || isDeepStrictEqual(one.value, other.value)))
    return false
  if (one.operator === '=' || other.operator === '=') return true
  return [one.value].flat().some(item => [other.value].flat().includes(item))
}

const meets = (one: ReadonlySet<string>, other: ReadonlySet<string>) => [...one].some(name => other.has(name))
