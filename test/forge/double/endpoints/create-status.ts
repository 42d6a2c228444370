import type { Endpoint } from '../endpoint.ts'
import { findCommit } from '../find-commit.ts'
import { toStatus } from '../shapes/commit-status.ts'
import { type CommitStatus, timestamp } from '../world.ts'

/** https://docs.github.com/en/rest/commits/statuses#create-a-commit-status */
export const createStatus = {
  method: 'POST',
  path: '/repos/{owner}/{repo}/statuses/{sha}',
  needs: { statuses: 'write' },
  answer(world, { parameters, body, actor }) {
    const { state, context = 'default' } = body as { state: CommitStatus['state']; context?: string }
    const status = { id: world.nextId(), sha: findCommit(world, parameters.sha), context, state, at: timestamp(world) }
    world.statuses.push(status)
    return { status: 201, body: toStatus(world, status, actor.login) }
  },
} satisfies Endpoint
