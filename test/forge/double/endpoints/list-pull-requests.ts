import type { Endpoint } from '../endpoint.ts'
import { paginate } from '../paginate.ts'
import { toPullRequestSimple } from '../shapes/pull-request.ts'
import type { Pull, World } from '../world.ts'

/** https://docs.github.com/en/rest/pulls/pulls#list-pull-requests */
export const listPullRequests = {
  method: 'GET',
  path: '/repos/{owner}/{repo}/pulls',
  needs: { pull_requests: 'read' },
  answer(world, { query }) {
    const found = sort(
      world.pulls.filter(pull => isAsked(world, pull, query)),
      query,
    )
    const address = `${world.url}/repos/${world.owner}/${world.name}/pulls`
    const { entries, headers } = paginate(found, query, address)
    return { status: 200, body: entries.map(pull => toPullRequestSimple(world, pull)), headers }
  },
} satisfies Endpoint

/** `head` counts only with its owner in front of it: GitHub ignores any other. */
function isAsked({ owner }: World, pull: Pull, query: URLSearchParams): boolean {
  const [state, head, base] = [query.get('state') ?? 'open', query.get('head'), query.get('base')]
  const label = `${pull.fork?.split('/')[0] ?? owner}:${pull.branch}`
  if (state !== 'all' && pull.state !== state) return false
  if (head?.includes(':') && label !== head) return false
  return base === null || pull.base === base
}

/** The newest first, unless something else is asked for. */
function sort(pulls: readonly Pull[], query: URLSearchParams): readonly Pull[] {
  const key = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt'
  const direction = query.get('direction') ?? (query.get('sort') === 'updated' ? 'asc' : 'desc')
  const rising = [...pulls].sort((a, b) => a[key].localeCompare(b[key]) || a.number - b.number)
  return direction === 'asc' ? rising : rising.reverse()
}
