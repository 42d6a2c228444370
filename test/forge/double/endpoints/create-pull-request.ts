import type { Endpoint } from '../endpoint.ts'
import { findBranch, isAncestor } from '../git/refs.ts'
import { refuseField, refuseWith, requireShort } from '../refusal.ts'
import { toPullRequest } from '../shapes/full-pull-request.ts'
import { type Pull, timestamp } from '../world.ts'

/** https://docs.github.com/en/rest/pulls/pulls#create-a-pull-request */
export const createPullRequest = {
  method: 'POST',
  path: '/repos/{owner}/{repo}/pulls',
  needs: { pull_requests: 'write' },
  answer(world, { body, actor }) {
    const draft = body as { title: string; head: string; base: string; body?: string }
    const branch = draft.head.replace(`${world.owner}:`, '')
    const [head, base] = [findBranch(world, branch), findBranch(world, draft.base)]
    if (head === undefined) throw refuseField('PullRequest', 'head', 'invalid')
    if (base === undefined) throw refuseField('PullRequest', 'base', 'invalid')
    requireShort('Issue', draft)
    const other = world.pulls.find(pull => pull.state === 'open' && pull.branch === branch && pull.base === draft.base)
    if (other) throw refuseWith('PullRequest', `A pull request already exists for ${world.owner}:${branch}.`)
    if (isAncestor(world.folder, head, base))
      throw refuseWith('PullRequest', `No commits between ${draft.base} and ${branch}`)
    const at = timestamp(world)
    const pull: Pull = {
      ...{ number: world.pulls.length + 1, author: actor.login, branch, base: draft.base, head },
      ...{ title: draft.title, body: draft.body ?? null, state: 'open' },
      ...{ createdAt: at, updatedAt: at, labels: [], comments: [] },
    }
    world.pulls.push(pull)
    return { status: 201, body: toPullRequest(world, pull) }
  },
} satisfies Endpoint
