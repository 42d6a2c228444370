import type { Endpoint } from '../endpoint.ts'
import { findPull } from '../find-pull.ts'
import { requireShort } from '../refusal.ts'
import { toComment } from '../shapes/comment.ts'
import { timestamp } from '../world.ts'

/** https://docs.github.com/en/rest/issues/comments#create-an-issue-comment */
export const createComment = {
  method: 'POST',
  path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
  needs: { pull_requests: 'write' },
  answer(world, { parameters, body, actor }) {
    const pull = findPull(world, parameters.issue_number)
    const { body: text } = body as { body: string }
    requireShort('IssueComment', { body: text })
    const comment = { id: world.nextId(), author: actor.login, body: text, at: timestamp(world) }
    pull.comments.push(comment)
    pull.updatedAt = comment.at
    return { status: 201, body: toComment(world, pull.number, comment) }
  },
} satisfies Endpoint
