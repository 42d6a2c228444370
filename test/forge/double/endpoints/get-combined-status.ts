import type { Endpoint } from '../endpoint.ts'
import { findCommit } from '../find-commit.ts'
import { paginate } from '../paginate.ts'
import { toSimpleStatus } from '../shapes/commit-status.ts'
import { toRepository } from '../shapes/repository.ts'
import type { CommitStatus } from '../world.ts'

/** https://docs.github.com/en/rest/commits/statuses#get-the-combined-status-for-a-specific-reference */
export const getCombinedStatus = {
  method: 'GET',
  path: '/repos/{owner}/{repo}/commits/{ref}/status',
  needs: { statuses: 'read' },
  answer(world, { parameters, query }) {
    const sha = findCommit(world, parameters.ref)
    const latest = [
      ...new Map(world.statuses.filter(each => each.sha === sha).map(each => [each.context, each])).values(),
    ]
    const commit_url = `${world.url}/repos/${world.owner}/${world.name}/commits/${sha}`
    const { entries, headers } = paginate(latest, query, `${commit_url}/status`)
    const body = {
      ...{ state: combine(latest), sha, total_count: latest.length, commit_url, url: `${commit_url}/status` },
      ...{ statuses: entries.map(each => toSimpleStatus(world, each)), repository: toRepository(world) },
    }
    return { status: 200, body, headers }
  },
} satisfies Endpoint

/** Pending also where there is none. */
function combine(statuses: readonly CommitStatus[]): string {
  if (statuses.some(({ state }) => state === 'error' || state === 'failure')) return 'failure'
  return statuses.length > 0 && statuses.every(({ state }) => state === 'success') ? 'success' : 'pending'
}
