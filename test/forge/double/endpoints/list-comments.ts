import type { Endpoint } from '../endpoint.ts'
import { findPull } from '../find-pull.ts'
import { paginate } from '../paginate.ts'
import { toComment } from '../shapes/comment.ts'

/** https://docs.github.com/en/rest/issues/comments#list-issue-comments */
export const listComments = {
  method: 'GET',
  path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
  needs: { pull_requests: 'read' },
  answer(world, { parameters, query }) {
    const { number, comments } = findPull(world, parameters.issue_number)
    const address = `${world.url}/repos/${world.owner}/${world.name}/issues/${number}/comments`
    const { entries, headers } = paginate(comments, query, address)
    return { status: 200, body: entries.map(comment => toComment(world, number, comment)), headers }
  },
} satisfies Endpoint
