import type { Rollout } from './find-rollouts.ts'
import type { Verdict } from './verdict.ts'

/** The numbers of the pull requests that are open. */
export function listOpen(rollouts: readonly Rollout[]): readonly number[] {
  return rollouts.flatMap(({ steps }) => steps.flatMap(({ pull }) => (pull.state === 'open' ? [pull.number] : [])))
}

/** No further pull request is opened while so many are open; one that is open may be brought up to date. */
export function limitOpen(verdict: Verdict, open: readonly number[], most: number): Verdict {
  if (verdict.kind !== 'next' || open.length < most) return verdict
  const numbers = open.map(number => `#${number}`).join(', ')
  return { kind: 'wait', why: `${open.length} pull requests of rollouts are open (${numbers}), --max-open is ${most}` }
}
