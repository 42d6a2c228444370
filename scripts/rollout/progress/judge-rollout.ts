import { CannotFinish } from '../../model/cannot-finish.ts'
import type { FleetTree } from '../../model/fleet-tree.ts'
import { plan, type RolloutPlan, type RolloutRequest } from '../plan/plan.ts'
import { readRequest } from '../plan/read-request.ts'
import type { Progress } from '../plan/waves.ts'
import { draftStep, isCurrent } from './draft-step.ts'
import { findLoss } from './find-loss.ts'
import { isFinished, type Rollout, type StepPull } from './find-rollouts.ts'
import type { RolloutSettings } from './settings.ts'
import type { Verdict } from './verdict.ts'

/**
 * What a rollout needs next. What its last merged step has led to is not asked here. Throws CannotFinish where it cannot
 * be planned.
 */
export function judgeRollout({ steps }: Pick<Rollout, 'steps'>, settings: RolloutSettings, tree: FleetTree): Verdict {
  const last = steps.at(-1)
  if (last?.pull.state === 'closed') return { kind: 'end', how: 'stopped', why: `#${last.pull.number} was closed` }
  if (last !== undefined && isFinished(last)) return { kind: 'end', how: 'done', why: 'all its steps are merged' }
  const open = last?.pull.state === 'open' ? last : undefined
  const merged = steps.filter(({ pull }) => pull.state === 'merged')
  const request = tryRequest(settings, tree)
  if (typeof request === 'string') return { kind: 'end', how: 'stopped', why: request, open }
  const loss = findLoss(merged, request.change, tree)
  if (loss !== undefined) return { kind: 'end', how: 'stopped', why: loss, open }
  const planned = plan(tree, request, countDone(merged))
  if (planned.diagnostics.length > 0) return refuse(planned, merged.length)
  const draft = draftStep(planned, settings, tree)
  if (draft === undefined) return { kind: 'end', how: 'done', why: describeEnd(planned), open }
  if (open === undefined) return { kind: 'next', draft, ...(last && { after: last }) }
  if (isForeign(open)) return { kind: 'wait', why: 'somebody has committed to its branch, it is left as it is', open }
  return isCurrent(open, draft) ? { kind: 'wait', why: 'it is not merged', open } : { kind: 'renew', draft, open }
}

/** Why a rollout that was begun means nothing in this fleet any more, where it does not. */
function tryRequest(settings: RolloutSettings, { fleet }: FleetTree): RolloutRequest | string {
  try {
    return readRequest(settings, fleet)
  } catch (error) {
    if (error instanceof CannotFinish) return error.message
    throw error
  }
}

/** The branch does not end in the commit that the rollout has put there. While it puts one there, its text names none. */
function isForeign({ state, pull }: StepPull): boolean {
  return state?.commit !== undefined && state.commit !== pull.head
}

function countDone(merged: readonly StepPull[]): Progress {
  const waves = merged.at(-1)?.index ?? 0
  const clusters = merged.flatMap(({ state }) => (state?.kind === 'wave' ? state.clusters : [])).length
  return { waves, clusters }
}

function refuse({ steps, diagnostics }: RolloutPlan, merged: number): Verdict {
  const step = (steps.at(-1)?.index ?? merged) + 1
  return { kind: 'end', how: 'failed', why: `the settings would have errors after step ${step}`, diagnostics }
}

function describeEnd({ held }: RolloutPlan): string {
  const [first] = held
  if (first === undefined) return 'nothing to do, every cluster has the value'
  const others = held.length > 1 ? ` and ${held.length - 1} more` : ''
  return `nothing to do, every cluster has the value but ${first.cluster}${others}: rollout.hold, ${first.reason}`
}
