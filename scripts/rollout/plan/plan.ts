import { CannotFinish } from '../../model/cannot-finish.ts'
import type { Cluster } from '../../model/cluster.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { FleetTree } from '../../model/fleet-tree.ts'
import { editSettings } from '../../settings/edit-settings.ts'
import type { FileChange } from '../forge.ts'
import { type Change, findHold, isDone, nextValueOf } from './change.ts'
import { chooseTargets } from './choose-targets.ts'
import { listChanges } from './list-changes.ts'
import { planLift } from './plan-lift.ts'
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

/** GitHub shows no more files of a pull request (docs.github.com/rest/pulls/pulls, "List pull requests files"). */
const mostFiles = 3_000
/** So that the names of a step's clusters leave room in the text of its pull request. */
const mostLetters = 30_000
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
const fileOf = (name: string) => `clusters/${name}/cluster.yaml`

/** As many of the clusters as fit into one pull request. */
function planWave(
  tree: FleetTree,
  change: Change,
  wanted: readonly Cluster[],
  index: number,
): { readonly step: Step; readonly after: FleetTree } {
  let clusters = cutNames(wanted)
  while (true) {
    const after = tree.write(
      new Map(clusters.map(cluster => [fileOf(cluster.name), writeValue(tree, change, cluster)])),
    )
    const files = listChanges(
      tree,
      after,
      clusters.map(({ name }) => fileOf(name)),
    )
    if (files.length > mostFiles && clusters.length > 1) {
      clusters = clusters.slice(0, Math.max(1, Math.floor((clusters.length * mostFiles) / files.length)))
      continue
    }
    const names = clusters.map(nameOf)
    const own = new Set(names)
    const alsoChanged = namesIn(files, tree).filter(name => !own.has(name))
    return { step: { kind: 'wave', index, clusters: names, alsoChanged, files }, after }
  }
}

function cutNames(clusters: readonly Cluster[]): readonly Cluster[] {
  let letters = 0
  const end = clusters.findIndex(({ name }) => {
    letters += name.length + 3
    return letters > mostLetters
  })
  return end < 0 ? clusters : clusters.slice(0, Math.max(1, end))
}

function writeValue(tree: FleetTree, change: Change, cluster: Cluster): string {
  const file = fileOf(cluster.name)
  const refuse = () =>
    new CannotFinish(
      `${file}: ${change.key} cannot be written there, it stands behind an alias: write that out by hand`,
    )
  try {
    return editSettings(tree.textOf(file), [{ path: change.path, value: nextValueOf(change, cluster) }])
  } catch {
    throw refuse() // the library refuses what goes through an alias
  }
}

/** The clusters to which the files belong. */
function namesIn(files: readonly FileChange[], { fleet }: FleetTree): readonly string[] {
  const known = new Set(fleet.clusters.map(nameOf))
  const names = files.flatMap(({ path }) => {
    const parts = path.split('/').slice(1, -1)
    const name = parts.map((_, at) => parts.slice(0, at + 1).join('/')).find(folder => known.has(folder))
    return name === undefined ? [] : [name]
  })
  return [...new Set(names)].sort()
}
