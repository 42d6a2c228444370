import type { Checks } from '../forge.ts'
import { listPages } from './list-pages.ts'
import type { Client } from './open-client.ts'

/** Conclusions of a check run that let a merge through (GitHub, about status checks). */
const good: readonly string[] = ['success', 'neutral', 'skipped']

/**
 * Jobs of the workflows that make pull requests. They run at the tip of the main branch, so that GitHub counts them among
 * its checks: a rollout would wait for its own job.
 */
export const ownJobs: readonly string[] = ['rollout', 'rollback']

/** All check runs and commit statuses of a commit, as one word. */
export async function readChecks(
  client: Client,
  repository: { readonly owner: string; readonly repo: string },
  commit: string,
): Promise<Checks> {
  const all = await listPages(
    async page => (await client.rest.checks.listForRef({ ...repository, ref: commit, ...page })).data.check_runs,
  )
  const runs = all.filter(({ name }) => !ownJobs.includes(name))
  const { data: statuses } = await client.rest.repos.getCombinedStatusForRef({ ...repository, ref: commit })
  const words: readonly Checks[] = [
    ...runs.map(
      ({ status, conclusion }): Checks =>
        status !== 'completed' ? 'pending' : good.includes(conclusion ?? '') ? 'success' : 'failure',
    ),
    ...(statuses.total_count === 0 ? [] : [toWord(statuses.state)]),
  ]
  return (['failure', 'pending', 'success'] as const).find(word => words.includes(word)) ?? 'none'
}

function toWord(state: string): Checks {
  return state === 'success' || state === 'pending' ? state : 'failure'
}
