import type { Comment, World } from '../world.ts'
import { toNodeId } from './node-id.ts'
import { toUser } from './user.ts'

export function toComment(world: World, number: number, { id, author, body, at }: Comment) {
  const { url, owner, name } = world
  const issues = `${url}/repos/${owner}/${name}/issues`
  return {
    ...{ id, node_id: toNodeId('IssueComment', id), url: `${issues}/comments/${id}`, issue_url: `${issues}/${number}` },
    html_url: `${url}/${owner}/${name}/pull/${number}#issuecomment-${id}`,
    ...{ body, user: toUser(world, author), created_at: at, updated_at: at },
    ...{ author_association: 'MEMBER', performed_via_github_app: null },
  }
}
