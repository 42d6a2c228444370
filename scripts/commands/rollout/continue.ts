import { CannotFinish } from '../../model/cannot-finish.ts'
import type { Environment } from '../../model/environment.ts'
import { describeUnknown } from '../../rollout/progress/describe-verdict.ts'
import { isUnderWay, type Rollout } from '../../rollout/progress/find-rollouts.ts'
import { limitOpen, listOpen } from '../../rollout/progress/limit-open.ts'
import type { Outcome } from '../../rollout/progress/outcome.ts'
import { settingsOf } from '../../rollout/progress/settings.ts'
import type { Verdict } from '../../rollout/progress/verdict.ts'
import { act } from './act.ts'
import { describeNewer, judge } from './judge.ts'
import { type Scene, withScene } from './open-scene.ts'
import { readMaxOpen } from './read-settings.ts'
import { tellOutcomes } from './tell-outcomes.ts'

export interface ContinueArguments {
  readonly maxOpen: string
  /** Files with what `verify` saw. */
  readonly verify?: readonly string[]
}

/** Goes on with every rollout that is under way. What goes wrong with one does not keep the others from going on. */
export async function continueRollouts(options: ContinueArguments, environment: Environment): Promise<0 | 1> {
  const most = readMaxOpen(options.maxOpen)
  return withScene(environment, options, async scene => {
    const open = [...listOpen(scene.rollouts)]
    const outcomes: Outcome[] = []
    const failures: string[] = []
    const limit = (verdict: Verdict) => limitOpen(verdict, open, most)
    for (const rollout of scene.rollouts.filter(one => isUnderWay(one) && !isReplaced(one, scene))) {
      try {
        const outcome = await goOn(rollout, scene, limit)
        if (outcome.state === 'opened' && outcome.pull) open.push(outcome.pull.number)
        outcomes.push(outcome)
      } catch (error) {
        if (!(error instanceof CannotFinish)) throw error
        failures.push(`${rollout.id}: ${error.message}`)
      }
    }
    const exitCode = tellOutcomes(outcomes, scene)
    if (failures.length > 0) throw new CannotFinish(failures.join('\n'))
    return exitCode
  })
}

/** Whether a newer one has taken its place, and nothing of it is open any more. */
function isReplaced(rollout: Rollout, scene: Scene): boolean {
  const verdict = describeNewer(rollout, scene)
  return verdict !== undefined && verdict.open === undefined
}

async function goOn(rollout: Rollout, scene: Scene, limit: (verdict: Verdict) => Verdict): Promise<Outcome> {
  const settings = settingsOf(rollout)
  if (settings === undefined) return describeUnknown(rollout)
  return act(limit(await judge(rollout, settings, scene)), rollout, settings, scene)
}
