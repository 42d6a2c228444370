import type { Environment } from '../../model/environment.ts'
import { nameRollout } from '../../rollout/format/name-rollout.ts'
import type { Rollout } from '../../rollout/progress/find-rollouts.ts'
import { limitOpen, listOpen } from '../../rollout/progress/limit-open.ts'
import type { RolloutSettings } from '../../rollout/progress/settings.ts'
import type { Verdict } from '../../rollout/progress/verdict.ts'
import { act } from './act.ts'
import { closeOlder } from './close-older.ts'
import { judge } from './judge.ts'
import { type Scene, withScene } from './open-scene.ts'
import { readMaxOpen, readSettings, type WrittenSettings } from './read-settings.ts'
import { tellOutcomes } from './tell-outcomes.ts'

export interface StartArguments extends WrittenSettings {
  readonly maxOpen: string
  /** Files with what `verify` saw. */
  readonly verify?: readonly string[]
  /** Whether one that was stopped begins anew. */
  readonly again: boolean
}

/** Begins a rollout, or goes on with it: opens the pull request that is due, or brings it up to date. */
export async function startRollout(options: StartArguments, environment: Environment): Promise<0 | 1> {
  const most = readMaxOpen(options.maxOpen)
  return withScene(environment, options, async scene => {
    const id = nameRollout(options.set, options.to)
    const known = scene.rollouts.find(rollout => rollout.id === id)
    const settings = readSettings(options, known, scene.tree)
    const chosen = await choose({ id, known, settings }, options.again, scene)
    const verdict = limitOpen(chosen.verdict, listOpen(scene.rollouts), most)
    const outcome = await act(verdict, chosen.rollout, settings, scene)
    const closed = outcome.state === 'opened' ? await closeOlder(scene) : []
    return tellOutcomes([outcome, ...closed], scene)
  })
}

interface Choice {
  readonly id: string
  readonly known: Rollout | undefined
  readonly settings: RolloutSettings
}

/** What has ended begins anew: by itself where it was done and there is more to do, else where the user says so. */
async function choose(
  { id, known, settings }: Choice,
  isAgain: boolean,
  scene: Scene,
): Promise<{ readonly rollout: Rollout; readonly verdict: Verdict }> {
  const next: Rollout = { id, attempt: (known?.attempt ?? 0) + 1, steps: [] }
  if (known === undefined) return { rollout: next, verdict: await judge(next, settings, scene) }
  const verdict = await judge(known, settings, scene)
  const mayBegin = verdict.kind === 'end' && (verdict.how === 'done' || (verdict.how === 'stopped' && isAgain))
  if (!mayBegin || verdict.open !== undefined) return { rollout: known, verdict }
  const fresh = await judge(next, settings, scene)
  return { rollout: fresh.kind === 'next' ? next : known, verdict: fresh }
}
