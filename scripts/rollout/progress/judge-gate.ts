import type { Checks } from '../forge.ts'
import { formatDuration } from '../format/body.ts'
import type { StepPull } from './find-rollouts.ts'
import { type Health, judgeHealth } from './judge-health.ts'
import type { RolloutSettings } from './settings.ts'
import type { Verdict } from './verdict.ts'

/** What a merged step has led to. */
export interface Evidence {
  /** Of the merge commit. */
  readonly checks: Checks
  readonly now: Date
  /** What `verify` saw; absent where nobody gave its reports. */
  readonly health?: Health | undefined
}

type Obstacle = Extract<Verdict, { kind: 'wait' | 'end' }>

const wait = (why: string): Obstacle => ({ kind: 'wait', why })

/** What keeps the step after a merged one back; undefined where it may be opened. What has failed comes first. */
export function judgeGate(
  { pull, state }: StepPull,
  { bake, tolerate }: RolloutSettings,
  { checks, now, health }: Evidence,
): Obstacle | undefined {
  const merge = `the merge commit ${pull.mergeCommit?.slice(0, 10)} of #${pull.number}`
  const remedy = `mend it, or take it back: npm run rollback -- --pr ${pull.number}`
  if (checks === 'failure') return { kind: 'end', how: 'failed', why: `a check of ${merge} has failed: ${remedy}` }
  const unwell = health && state?.kind === 'wave' ? judgeHealth(state.clusters, tolerate, health) : undefined
  if (unwell?.kind === 'end') return unwell
  const ready = Date.parse(pull.mergedAt ?? '') + bake * 1000
  if (Number.isNaN(ready)) return wait(`GitHub does not say when #${pull.number} was merged`)
  if (now.getTime() < ready)
    return wait(`#${pull.number} bakes for ${formatDuration(bake)}, until ${formatTime(ready)}`)
  if (checks === 'none') return wait(`${merge} has no checks: the rollout waits for the first`)
  return checks === 'pending' ? wait(`the checks of ${merge} have not ended`) : unwell
}

/** To the minute, rounded up. */
function formatTime(time: number): string {
  return `${new Date(Math.ceil(time / 60_000) * 60_000).toISOString().slice(0, 16)}Z`
}
