import { tell } from '../../report/tell.ts'
import { describeOutcome } from '../../rollout/format/describe-outcome.ts'
import type { Outcome } from '../../rollout/progress/outcome.ts'
import type { Scene } from './open-scene.ts'

/** A line a rollout; 1 where something is wrong with one, so that somebody must look. */
export function tellOutcomes(outcomes: readonly Outcome[], { environment, files }: Scene): 0 | 1 {
  for (const outcome of outcomes) {
    environment.write(describeOutcome(outcome))
    if (outcome.diagnostics) tell(outcome.diagnostics, { ...environment, root: files.root, cwd: files.root })
  }
  if (outcomes.length === 0) environment.write('no rollout is under way\n')
  return outcomes.some(({ state }) => state === 'failed') ? 1 : 0
}
