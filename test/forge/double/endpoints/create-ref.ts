import type { Endpoint } from '../endpoint.ts'
import { findRef, isObject, moveBranch } from '../git/refs.ts'
import { askGit } from '../git/run-git.ts'
import { Refusal } from '../refusal.ts'
import { toRef } from '../shapes/ref.ts'

/** https://docs.github.com/en/rest/git/refs#create-a-reference */
export const createRef = {
  method: 'POST',
  path: '/repos/{owner}/{repo}/git/refs',
  needs: { contents: 'write' },
  answer(world, { body }) {
    const { ref, sha } = body as { ref: string; sha: string }
    if (!/^refs\/heads\/./.test(ref) || askGit(world.folder, ['check-ref-format', ref]).status !== 0)
      throw new Refusal(422, `${ref} is not a valid ref name.`)
    if (!isObject(world.folder, sha, 'commit')) throw new Refusal(422, 'Object does not exist')
    if (findRef(world.folder, ref) !== undefined) throw new Refusal(422, 'Reference already exists')
    moveBranch(world, ref.slice('refs/heads/'.length), sha)
    return { status: 201, body: toRef(world, ref, sha) }
  },
} satisfies Endpoint
