import type { State } from '../format/state.ts'
import type { Rollout } from './find-rollouts.ts'

/** How a rollout goes on, as its user wrote it; the same in each of its pull requests. */
export type RolloutSettings = Pick<State, 'set' | 'to' | 'waves' | 'bake' | 'tolerate'>

/** The settings that the last pull request of a rollout has that still tells them. */
export function settingsOf({ steps }: Rollout): RolloutSettings | undefined {
  const state = steps.flatMap(step => step.state ?? []).at(-1)
  if (state === undefined) return undefined
  const { set, to, waves, bake, tolerate } = state
  return { set, to, waves, bake, tolerate }
}
