import type { Endpoint } from '../endpoint.ts'
import { findPull } from '../find-pull.ts'
import { findBranch } from '../git/refs.ts'
import { refuseField, refuseWith, requireShort } from '../refusal.ts'
import { toPullRequest } from '../shapes/full-pull-request.ts'
import { type Pull, timestamp, type World } from '../world.ts'

interface Update {
  readonly title?: string
  readonly body?: string
  readonly state?: Pull['state']
  readonly base?: string
}

/** https://docs.github.com/en/rest/pulls/pulls#update-a-pull-request */
export const updatePullRequest = {
  method: 'PATCH',
  path: '/repos/{owner}/{repo}/pulls/{pull_number}',
  needs: { pull_requests: 'write' },
  answer(world, { parameters, body }) {
    const pull = findPull(world, parameters.pull_number)
    const update = body as Update
    requireShort('Issue', update)
    if (update.base !== undefined && findBranch(world, update.base) === undefined)
      throw refuseField('PullRequest', 'base', 'invalid')
    if (update.state !== undefined) setState(world, pull, update.state)
    const { title = pull.title, body: text = pull.body, base = pull.base } = update
    Object.assign(pull, { title, body: text, base, updatedAt: timestamp(world) })
    return { status: 200, body: toPullRequest(world, pull) }
  },
} satisfies Endpoint

function setState(world: World, pull: Pull, state: Pull['state']): void {
  if (state === pull.state) return
  if (state === 'open' && (pull.merged || findBranch(world, pull.branch) === undefined))
    throw refuseWith('PullRequest', `state cannot be changed. The ${pull.branch} branch has been deleted.`)
  pull.state = state
  if (state === 'open') delete pull.closedAt
  else pull.closedAt = timestamp(world)
}
