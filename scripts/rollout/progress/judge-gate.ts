import type { Checks } from '../forge.ts'
import { formatDuration } from '../format/body.ts'
import type { StepPull } from './find-rollouts.ts'
import { type Health, judgeHealth } from './judge-health.ts'
import type { RolloutSettings } from './settings.ts'
import type { Verdict } from './verdict.ts'

export interface Evidence {
  /** Of the merge commit. */
  readonly checks: Checks
  readonly now: Date
  /** What `verify` saw; absent where nobody gave its reports. */
  readonly health?: Health | undefined
}

/** What keeps the step after a merged one back; undefined where it may be opened. */
export function judgeGate(
  after: StepPull,
  { bake, tolerate }: RolloutSettings,
  { checks, now, health }: Evidence,
): Extract<Verdict, { kind: 'wait' | 'end' }> | undefined {
  const { pull, state } = after
  const merge = `the merge commit ${(pull.mergeCommit ?? '').slice(0, 10)} of #${pull.number}`
  if (checks === 'failure')
    return {
      kind: 'end',
      how: 'failed',
      why: `a check of ${merge} has failed: mend it, or take it back by npm run rollback -- --pr ${pull.number}`,
    }
  const health_ = health && judgeHealth(state?.clusters ?? [], tolerate, health)
  if (health_?.kind === 'end') return health_
  const ready = new Date(Date.parse(pull.mergedAt ?? '') + bake * 1000)
  if (!(ready <= now))
    return {
      kind: 'wait',
      why: `#${pull.number} bakes for ${formatDuration(bake)}, until ${ready.toISOString().slice(0, 16)}Z`,
    }
  if (checks === 'none') return { kind: 'wait', why: `${merge} has no checks: the rollout waits for the first` }
  if (checks === 'pending') return { kind: 'wait', why: `the checks of ${merge} have not ended` }
  return health_
}
