import type { Double } from '../double/start-double.ts'
import { listBranches, readFiles } from './seed-branch.ts'

/** All that a forge holds, but for commits, numbers and times: pull requests with their comments, and branches with their files. */
export function readState({ world }: Double) {
  const pulls = world.pulls.map(({ branch, base, state, title, body, labels, comments, merged }) => ({
    ...{ branch, base, state, title, body, labels, isMerged: merged !== undefined },
    comments: comments.map(comment => comment.body),
  }))
  return { pulls, branches: listBranches(world).map(name => [name, readFiles(world, name)]) }
}
