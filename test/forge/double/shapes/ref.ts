import type { World } from '../world.ts'
import { toNodeId } from './node-id.ts'

/** A branch by its full name, `refs/heads/…`. */
export function toRef({ url, owner, name }: World, ref: string, sha: string) {
  const home = `${url}/repos/${owner}/${name}/git`
  return {
    ...{ ref, node_id: toNodeId('Ref', ref), url: `${home}/${ref}` },
    object: { sha, type: 'commit', url: `${home}/commits/${sha}` },
  }
}
