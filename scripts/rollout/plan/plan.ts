import { CannotFinish } from '../../model/cannot-finish.ts'
import type { Cluster } from '../../model/cluster.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { FleetTree } from '../../model/fleet-tree.ts'
import type { FileChange } from '../forge.ts'
import { type Change, findHold, isDone } from './change.ts'
import { chooseTargets } from './choose-targets.ts'
import { planLift } from './plan-lift.ts'
import { mostFiles, namesIn, planWave } from './plan-wave.ts'
import { formatWaves, type Progress, takeWave, type Waves } from './waves.ts'

/** What a user asks for. */
export interface RolloutRequest {
  readonly change: Change
  /** Patterns of cluster names. */
  readonly to: readonly string[]
  readonly waves: Waves
}

/** What one pull request is to do. A lift is the last one: it moves the value from the clusters into a defaults.yaml. */
export interface Step {
  readonly kind: 'wave' | 'lift'
  /** From 1. */
  readonly index: number
  /** The names of those that it is for. */
  readonly clusters: readonly string[]
  /** Other clusters in whose generated files something changes, since they depend on these. */
  readonly alsoChanged: readonly string[]
  readonly files: readonly FileChange[]
}

export interface RolloutPlan {
  /** In their order. Each is made on what those before have left. */
  readonly steps: readonly Step[]
  /** The clusters that keep the value away, with the reason. */
  readonly held: readonly { readonly cluster: string; readonly reason: string }[]
  /** The clusters that have the value already. */
  readonly current: readonly string[]
  /** What would be wrong with the settings after the last step of the plan, which then is not all of it. */
  readonly diagnostics: readonly Diagnostic[]
}

/** One after the other, and each waits for a person. */
const mostSteps = 200

/** What remains to be done of a rollout, from the tree as it stands. Pure. */
export function plan(
  tree: FleetTree,
  { change, to, waves }: RolloutRequest,
  done: Progress = { waves: 0, clusters: 0 },
): RolloutPlan {
  const targets = chooseTargets(tree.fleet.clusters, to)
  const reasons = new Map(targets.map(cluster => [cluster, findHold(change, cluster)]))
  const isCurrent = (cluster: Cluster) => isDone(change, cluster)
  const held = targets.flatMap(one => {
    const reason = reasons.get(one)
    return reason === undefined || isCurrent(one) ? [] : [{ cluster: one.name, reason }]
  })
  const free = targets.filter(one => !isCurrent(one) && reasons.get(one) === undefined)
  const current = targets.filter(isCurrent).map(nameOf)
  const steps: Step[] = []
  let [now, progress, rest] = [tree, done, free]
  while (rest.length > 0) {
    if (steps.length === mostSteps) throw tooMany(waves)
    const { step, after } = planWave(now, change, takeWave(rest, waves, progress), progress.waves + 1)
    const errors = after.diagnostics.filter(({ severity }) => severity === 'error')
    if (errors.length > 0) return { steps, held, current, diagnostics: errors }
    steps.push(step)
    const taken = new Set(step.clusters)
    rest = rest.filter(({ name }) => !taken.has(name))
    progress = { waves: progress.waves + 1, clusters: progress.clusters + taken.size }
    now = after
  }
  const lifts = planLift(now, change, new Set(targets.map(nameOf)), mostFiles)
  const last = lifts.map((files, at): Step => {
    const clusters = namesIn(files, tree)
    return { kind: 'lift', index: progress.waves + at + 1, clusters, alsoChanged: [], files }
  })
  return { steps: [...steps, ...last], held, current, diagnostics: [] }
}

function tooMany(waves: Waves): CannotFinish {
  return new CannotFinish(
    `--waves ${formatWaves(waves)} makes more than ${mostSteps} pull requests of this: choose larger waves`,
  )
}

const nameOf = ({ name }: Cluster) => name
