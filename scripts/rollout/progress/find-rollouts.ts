import type { PullRequest } from '../forge.ts'
import { type BranchName, parseBranch } from '../format/branch.ts'
import { nameRollout } from '../format/name-rollout.ts'
import { parseState, type State } from '../format/state.ts'

/** A step of a rollout that has a pull request. */
export interface StepPull {
  /** From 1. */
  readonly index: number
  readonly pull: PullRequest
  /** What the pull request says of itself; undefined where somebody has changed that. */
  readonly state: State | undefined
}

/** A rollout as its pull requests tell it. */
export interface Rollout {
  readonly id: string
  /** The last one, from 1. */
  readonly attempt: number
  /** Of the last attempt, one pull request a step, in their order. */
  readonly steps: readonly StepPull[]
}

/** The rollouts that the pull requests of a repository belong to, the newest first. */
export function findRollouts(pulls: readonly PullRequest[]): readonly Rollout[] {
  const rollouts = new Map<string, { attempt: number; steps: StepPull[] }>()
  for (const pull of pulls) {
    const name = parseBranch(pull.branch)
    if (name === undefined) continue
    const known = rollouts.get(name.id)
    const step = { index: name.step, pull, state: readState(pull, name) }
    if (known === undefined || known.attempt < name.attempt)
      rollouts.set(name.id, { attempt: name.attempt, steps: [step] })
    else if (known.attempt === name.attempt) known.steps.push(step)
  }
  const all = [...rollouts].map(([id, { attempt, steps }]): Rollout => ({ id, attempt, steps: keepOne(steps) }))
  return all.sort((one, other) => startOf(other) - startOf(one))
}

/** The number of the pull request that the attempt began with: of two rollouts, the one with the greater one is newer. */
export function startOf({ steps }: Rollout): number {
  return Math.min(...steps.map(({ pull }) => pull.number))
}

/** Whether there may be something to do: not where its last pull request was closed, or was the last one of all. */
export function isUnderWay({ steps }: Rollout): boolean {
  const last = steps.at(-1)
  return last !== undefined && last.pull.state !== 'closed' && !isFinished(last)
}

/** Whether it was merged, and is the last step of its rollout. */
export function isFinished({ index, pull, state }: StepPull): boolean {
  return pull.state === 'merged' && index === state?.of
}

/** What stands in the text of another rollout's pull request, or of another step's, is not what this one says. */
function readState({ body }: PullRequest, { id, step }: BranchName): State | undefined {
  const state = parseState(body)
  const isOwn = state !== undefined && state.step === step && nameRollout(state.set, state.to) === id
  return isOwn ? state : undefined
}

const ranks = { merged: 0, open: 1, closed: 2 } as const

/** A person may have opened another pull request for the branch of a closed one: the one that counts is merged, or open, or the last. */
function keepOne(steps: readonly StepPull[]): readonly StepPull[] {
  const byRank = (one: StepPull, other: StepPull) =>
    one.index - other.index || ranks[one.pull.state] - ranks[other.pull.state] || other.pull.number - one.pull.number
  return [...steps].sort(byRank).filter(({ index }, at, sorted) => sorted[at - 1]?.index !== index)
}
