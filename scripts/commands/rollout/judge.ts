import { containsCommit } from '../../git/describe-commit.ts'
import { findNewer } from '../../rollout/progress/find-newer.ts'
import { isUnderWay, type Rollout, type StepPull, startOf } from '../../rollout/progress/find-rollouts.ts'
import { judgeGate } from '../../rollout/progress/judge-gate.ts'
import type { Health } from '../../rollout/progress/judge-health.ts'
import { judgeRollout } from '../../rollout/progress/judge-rollout.ts'
import type { RolloutSettings } from '../../rollout/progress/settings.ts'
import type { Verdict } from '../../rollout/progress/verdict.ts'
import type { Scene } from './open-scene.ts'

/** What a rollout needs next, by all that can be known. Changes nothing. */
export async function judge(rollout: Rollout, settings: RolloutSettings, scene: Scene): Promise<Verdict> {
  const replaced = isUnderWay(rollout) ? describeNewer(rollout, scene) : undefined
  if (replaced !== undefined) return replaced
  const verdict = judgeRollout(rollout, settings, scene.tree)
  if (verdict.kind !== 'next' || verdict.after === undefined) return verdict
  const { after } = verdict
  const { mergeCommit } = after.pull
  const checks = mergeCommit === undefined ? 'none' : await scene.forge.readChecks(mergeCommit)
  const evidence = { checks, now: scene.environment.now(), health: await readHealth(after, scene) }
  return judgeGate(after, settings, evidence) ?? verdict
}

/** The end of a rollout that a newer one has taken the place of; undefined where none has. */
export function describeNewer(
  rollout: Rollout,
  { rollouts, tree }: Pick<Scene, 'rollouts' | 'tree'>,
): Extract<Verdict, { kind: 'end' }> | undefined {
  const newer = findNewer(rollout, rollouts, tree)
  if (newer === undefined) return undefined
  const open = rollout.steps.find(({ pull }) => pull.state === 'open')
  const why = `the rollout that began with #${startOf(newer)} is newer and takes its place`
  return { kind: 'end', how: 'stopped', why, open }
}

/** What the reports say of clusters that had the merge by then. An earlier one says nothing of it. */
async function readHealth({ pull }: StepPull, { reports, environment }: Scene): Promise<Health | undefined> {
  if (reports === undefined) return undefined
  const { mergeCommit = '' } = pull
  const isLater = await Promise.all(reports.map(({ commit }) => containsCommit(environment.root, mergeCommit, commit)))
  const later = reports.filter((_, at) => isLater[at])
  const namesOf = (wanted: boolean) =>
    new Set(later.filter(({ isHealthy }) => isHealthy === wanted).map(({ cluster }) => cluster))
  return { healthy: namesOf(true), failing: namesOf(false) }
}
