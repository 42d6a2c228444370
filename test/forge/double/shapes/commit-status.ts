import type { CommitStatus, World } from '../world.ts'
import { toNodeId } from './node-id.ts'
import { toUser } from './user.ts'

/** A status as combined statuses show it. */
export function toSimpleStatus({ url, owner, name }: World, { id, sha, context, state, at }: CommitStatus) {
  return {
    ...{ id, node_id: toNodeId('Status', id), url: `${url}/repos/${owner}/${name}/statuses/${sha}` },
    ...{ avatar_url: null, state, description: null, target_url: null, context, created_at: at, updated_at: at },
  }
}

export function toStatus(world: World, status: CommitStatus, author: string) {
  return { ...toSimpleStatus(world, status), creator: toUser(world, author) }
}
