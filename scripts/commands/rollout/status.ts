import { CannotFinish } from '../../model/cannot-finish.ts'
import type { Environment } from '../../model/environment.ts'
import { formatStatus } from '../../rollout/format/describe-outcome.ts'
import type { StatusFormat } from '../../rollout/format/status-formats.ts'
import { describeUnknown, describeVerdict } from '../../rollout/progress/describe-verdict.ts'
import type { Rollout } from '../../rollout/progress/find-rollouts.ts'
import type { Outcome } from '../../rollout/progress/outcome.ts'
import { type RolloutSettings, settingsOf } from '../../rollout/progress/settings.ts'
import type { Verdict } from '../../rollout/progress/verdict.ts'
import { judge } from './judge.ts'
import { type Scene, withScene } from './open-scene.ts'

export interface StatusArguments {
  readonly format: StatusFormat
  /** Files with what `verify` saw. */
  readonly verify?: readonly string[]
}

/** How every rollout stands that has pull requests, the newest first. Changes nothing. */
export async function showStatus({ format, ...options }: StatusArguments, environment: Environment): Promise<0> {
  return withScene<0>(environment, options, async scene => {
    const outcomes: Outcome[] = []
    for (const rollout of scene.rollouts) outcomes.push(await look(rollout, scene))
    environment.write(formatStatus(outcomes, format))
    return 0
  })
}

async function look(rollout: Rollout, scene: Scene): Promise<Outcome> {
  const settings = settingsOf(rollout)
  if (settings === undefined) return describeUnknown(rollout)
  return describeVerdict(await tryJudge(rollout, settings, scene), rollout, settings)
}

/** One that cannot be planned does not keep the others from being shown. */
async function tryJudge(rollout: Rollout, settings: RolloutSettings, scene: Scene): Promise<Verdict> {
  try {
    return await judge(rollout, settings, scene)
  } catch (error) {
    if (error instanceof CannotFinish) return { kind: 'end', how: 'failed', why: error.message }
    throw error
  }
}
