import type { Endpoint } from '../endpoint.ts'
import { findBranch, isAncestor, isObject, moveBranch } from '../git/refs.ts'
import { Refusal } from '../refusal.ts'
import { toRef } from '../shapes/ref.ts'

/** https://docs.github.com/en/rest/git/refs#update-a-reference */
export const updateRef = {
  method: 'PATCH',
  path: '/repos/{owner}/{repo}/git/refs/{ref}',
  needs: { contents: 'write' },
  answer(world, { parameters: { ref = '' }, body }) {
    const { sha, force = false } = body as { sha: string; force?: boolean }
    const branch = ref.replace(/^heads\//, '')
    const before = findBranch(world, branch)
    if (before === undefined) throw new Refusal(422, 'Reference does not exist')
    if (!isObject(world.folder, sha, 'commit')) throw new Refusal(422, 'Object does not exist')
    if (world.protections.has(branch))
      throw new Refusal(422, 'Repository rule violations found\n\nChanges must be made through a pull request.\n\n')
    if (!force && !isAncestor(world.folder, before, sha)) throw new Refusal(422, 'Update is not a fast forward')
    moveBranch(world, branch, sha)
    return { status: 200, body: toRef(world, `refs/${ref}`, sha) }
  },
} satisfies Endpoint
