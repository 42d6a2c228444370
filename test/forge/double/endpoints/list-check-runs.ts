import type { Endpoint } from '../endpoint.ts'
import { findCommit } from '../find-commit.ts'
import { paginate } from '../paginate.ts'
import { toCheckRun } from '../shapes/check-run.ts'

/** https://docs.github.com/en/rest/checks/runs#list-check-runs-for-a-git-reference; the latest of each name. */
export const listCheckRuns = {
  method: 'GET',
  path: '/repos/{owner}/{repo}/commits/{ref}/check-runs',
  needs: { checks: 'read' },
  answer(world, { parameters, query }) {
    const sha = findCommit(world, parameters.ref)
    const latest = new Map(world.checkRuns.filter(run => run.sha === sha).map(run => [run.name, run]))
    const address = `${world.url}/repos/${world.owner}/${world.name}/commits/${sha}/check-runs`
    const { entries, headers } = paginate([...latest.values()], query, address)
    const check_runs = entries.map(run => toCheckRun(world, run))
    return { status: 200, body: { total_count: latest.size, check_runs }, headers }
  },
} satisfies Endpoint
