import type { Environment } from '../../model/environment.ts'
import { formatStatus } from '../../rollout/format/describe-outcome.ts'
import type { StatusFormat } from '../../rollout/format/status-formats.ts'
import { describeUnknown, describeVerdict } from '../../rollout/progress/describe-verdict.ts'
import type { Outcome } from '../../rollout/progress/outcome.ts'
import { settingsOf } from '../../rollout/progress/settings.ts'
import { judge } from './judge.ts'
import { withScene } from './open-scene.ts'

export interface StatusArguments {
  readonly format: StatusFormat
  /** Files with what `verify` saw. */
  readonly verify?: readonly string[]
}

/** How every rollout stands that has pull requests, the newest first. Changes nothing. */
export async function showStatus(options: StatusArguments, environment: Environment): Promise<0> {
  return withScene<0>(environment, options, async scene => {
    const outcomes: Outcome[] = []
    for (const rollout of scene.rollouts) {
      const settings = settingsOf(rollout)
      outcomes.push(
        settings === undefined
          ? describeUnknown(rollout)
          : describeVerdict(await judge(rollout, settings, scene), rollout, settings),
      )
    }
    environment.write(formatStatus(outcomes, options.format))
    return 0
  })
}
