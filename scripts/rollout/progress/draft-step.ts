import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { FleetTree } from '../../model/fleet-tree.ts'
import type { State } from '../format/state.ts'
import type { RolloutPlan, Step } from '../plan/plan.ts'
import type { StepPull } from './find-rollouts.ts'
import type { RolloutSettings } from './settings.ts'

/** A pull request to be: what it changes, and what it is to say of itself. */
export interface Draft {
  readonly step: Step
  readonly held: RolloutPlan['held']
  /** Without the commit, which does not exist yet. */
  readonly state: State
}

/** The first step of a plan as a pull request; undefined where nothing is left to be done. */
export function draftStep(
  { steps, held }: RolloutPlan,
  { set, to, waves, bake, tolerate }: RolloutSettings,
  tree: FleetTree,
): Draft | undefined {
  const [step] = steps
  if (step === undefined) return undefined
  const { kind, index, clusters } = step
  const of = steps.at(-1)?.index ?? index
  const files = hashFiles(step, tree)
  return { step, held, state: { set, to, waves, bake, tolerate, kind, step: index, of, clusters, files } }
}

/** What the pull requests of rollouts are found by in a list. */
export const labels: readonly string[] = ['rollout']

/** Whether a pull request is what it would be if it were made now, and was finished when it was made. */
export function isCurrent({ state, pull }: StepPull, draft: Draft): boolean {
  if (state?.commit === undefined || labels.some(label => !pull.labels.includes(label))) return false
  const { commit, ...rest } = state
  return isDeepStrictEqual(rest, draft.state)
}

/** Also of what was there before: a branch that changes the same lines from other ones could not be merged. */
function hashFiles({ files }: Step, tree: FleetTree): string {
  const hash = createHash('sha256')
  for (const { path, text } of files)
    hash.update(`${JSON.stringify([path, textBefore(path, tree) ?? null, text ?? null])}\n`)
  return hash.digest('hex')
}

function textBefore(path: string, tree: FleetTree): string | undefined {
  return /\/(cluster|defaults)\.yaml$/.test(path) ? tree.textOf(path) : tree.generated.get(path)
}
