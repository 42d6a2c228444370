import type { Endpoint } from '../endpoint.ts'
import { findPull } from '../find-pull.ts'
import { toPullRequest } from '../shapes/full-pull-request.ts'

/** https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request */
export const getPullRequest = {
  method: 'GET',
  path: '/repos/{owner}/{repo}/pulls/{pull_number}',
  needs: { pull_requests: 'read' },
  answer(world, { parameters }) {
    return { status: 200, body: toPullRequest(world, findPull(world, parameters.pull_number)) }
  },
} satisfies Endpoint
