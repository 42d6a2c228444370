import type { Rollout, StepPull } from './find-rollouts.ts'
import type { Outcome, OutcomeState } from './outcome.ts'
import type { RolloutSettings } from './settings.ts'
import type { Verdict } from './verdict.ts'

const states = { next: 'ready', renew: 'outdated', wait: 'waiting' } as const

/** How a rollout stands where nothing is done about the verdict. */
export function describeVerdict(verdict: Verdict, rollout: Rollout, settings: RolloutSettings): Outcome {
  const state: OutcomeState = verdict.kind === 'end' ? verdict.how : states[verdict.kind]
  return {
    ...describePlace(rollout),
    ...{ settings, state, why: 'why' in verdict ? verdict.why : '' },
    ...('draft' in verdict && { step: { index: verdict.draft.step.index, of: verdict.draft.state.of } }),
    ...('diagnostics' in verdict && verdict.diagnostics && { diagnostics: verdict.diagnostics }),
  }
}

/** How a rollout stands of which nobody can tell any more what it is for. */
export function describeUnknown(rollout: Rollout): Outcome {
  const last = rollout.steps.at(-1)
  const why = `the text of #${last?.pull.number} does not say any more what it is for: close it, or call npm run rollout with its --set and --to again`
  return { ...describePlace(rollout), state: last?.pull.state === 'open' ? 'failed' : 'stopped', why }
}

function describePlace({ id, attempt, steps }: Rollout): Pick<Outcome, 'id' | 'attempt' | 'step' | 'pull'> {
  const last: StepPull | undefined = steps.at(-1)
  return {
    ...{ id, attempt },
    ...(last?.state && { step: { index: last.index, of: last.state.of } }),
    ...(last && { pull: { number: last.pull.number, url: last.pull.url } }),
  }
}
