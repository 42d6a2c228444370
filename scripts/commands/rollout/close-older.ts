import { findRollouts } from '../../rollout/progress/find-rollouts.ts'
import type { Outcome } from '../../rollout/progress/outcome.ts'
import { settingsOf } from '../../rollout/progress/settings.ts'
import { act } from './act.ts'
import { describeNewer } from './judge.ts'
import type { Scene } from './open-scene.ts'

/** Closes what a rollout that has just begun takes the place of, so that nobody merges it by mistake. */
export async function closeOlder(scene: Scene): Promise<readonly Outcome[]> {
  const others = scene.rollouts.filter(({ steps }) => steps.some(({ pull }) => pull.state === 'open'))
  if (others.length === 0) return []
  const rollouts = findRollouts(await scene.forge.listPullRequests('rollout/'))
  const outcomes: Outcome[] = []
  for (const rollout of rollouts) {
    const [verdict, settings] = [describeNewer(rollout, { ...scene, rollouts }), settingsOf(rollout)]
    if (verdict?.open && settings) outcomes.push(await act(verdict, rollout, settings, scene))
  }
  return outcomes
}
