import type { Endpoint } from '../endpoint.ts'
import { findBranch } from '../git/refs.ts'
import { runGit } from '../git/run-git.ts'
import { Refusal } from '../refusal.ts'
import { timestamp } from '../world.ts'

/** https://docs.github.com/en/rest/git/refs#delete-a-reference; the open pull requests of a branch are closed with it. */
export const deleteRef = {
  method: 'DELETE',
  path: '/repos/{owner}/{repo}/git/refs/{ref}',
  needs: { contents: 'write' },
  answer(world, { parameters: { ref = '' } }) {
    const branch = ref.replace(/^heads\//, '')
    if (findBranch(world, branch) === undefined) throw new Refusal(422, 'Reference does not exist')
    if (world.protections.has(branch))
      throw new Refusal(422, 'Repository rule violations found\n\nCannot delete this branch')
    runGit(world.folder, ['update-ref', '-d', `refs/heads/${branch}`])
    const at = timestamp(world)
    for (const pull of world.pulls)
      if (pull.state === 'open' && pull.fork === undefined && pull.branch === branch)
        Object.assign(pull, { state: 'closed', closedAt: at, updatedAt: at })
    return { status: 204 }
  },
} satisfies Endpoint
