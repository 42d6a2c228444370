import type { Endpoint } from '../endpoint.ts'
import { isObject } from '../git/refs.ts'
import { runGit } from '../git/run-git.ts'
import { Refusal } from '../refusal.ts'
import { toGitCommit } from '../shapes/commit.ts'
import { timestamp } from '../world.ts'

/** https://docs.github.com/en/rest/git/commits#create-a-commit */
export const createCommit = {
  method: 'POST',
  path: '/repos/{owner}/{repo}/git/commits',
  needs: { contents: 'write' },
  answer(world, { body }) {
    const { message, tree, parents = [] } = body as { message: string; tree: string; parents?: string[] }
    if (!isObject(world.folder, tree, 'tree')) throw new Refusal(422, 'Tree SHA does not exist')
    for (const parent of parents)
      if (!isObject(world.folder, parent, 'commit'))
        throw new Refusal(422, 'Parent SHA does not exist or is not a commit object')
    const at = timestamp(world)
    const variables = { GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at }
    const flags = parents.flatMap(parent => ['-p', parent])
    const sha = runGit(world.folder, ['commit-tree', tree, ...flags], { input: message, variables })
    return { status: 201, body: toGitCommit(world, sha) }
  },
} satisfies Endpoint
