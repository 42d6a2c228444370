import type { Endpoint } from '../endpoint.ts'
import { isObject } from '../git/refs.ts'
import { Refusal } from '../refusal.ts'
import { toGitCommit } from '../shapes/commit.ts'

/** https://docs.github.com/en/rest/git/commits#get-a-commit-object */
export const getCommit = {
  method: 'GET',
  path: '/repos/{owner}/{repo}/git/commits/{commit_sha}',
  needs: { contents: 'read' },
  answer(world, { parameters: { commit_sha: sha = '' } }) {
    if (!isObject(world.folder, sha, 'commit')) throw new Refusal(404, 'Not Found')
    return { status: 200, body: toGitCommit(world, sha) }
  },
} satisfies Endpoint
