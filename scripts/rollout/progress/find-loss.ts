import type { Cluster } from '../../model/cluster.ts'
import type { FleetTree } from '../../model/fleet-tree.ts'
import { type Change, findHold, isDone } from '../plan/change.ts'
import type { StepPull } from './find-rollouts.ts'

/**
 * Why nobody may go on from what was merged: a cluster does not have the value that a step gave it; somebody has taken it
 * back. Undefined where all of them have it.
 */
export function findLoss(merged: readonly StepPull[], change: Change, { fleet }: FleetTree): string | undefined {
  const clusters = new Map(fleet.clusters.map(cluster => [cluster.name, cluster]))
  for (const { index, pull, state } of merged) {
    if (state === undefined)
      return `the text of #${pull.number} does not say any more what it was for: put it back from its history on GitHub`
    const given = state.clusters.flatMap(name => clusters.get(name) ?? [])
    const lacking = given.filter(cluster => !isDone(change, cluster))
    if (lacking.length > 0) return `step ${index} (#${pull.number}) was taken back in ${describe(lacking, change)}`
  }
  return undefined
}

function describe(lacking: readonly Cluster[], change: Change): string {
  const hold = lacking.map(cluster => findHold(change, cluster)).find(reason => reason !== undefined)
  const others = lacking.length > 1 ? ` and ${lacking.length - 1} more` : ''
  return `${lacking[0]?.name}${others}${hold === undefined ? '' : `: rollout.hold, ${hold}`}`
}
