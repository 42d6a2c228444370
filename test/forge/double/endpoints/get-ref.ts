import type { Endpoint } from '../endpoint.ts'
import { findRef } from '../git/refs.ts'
import { Refusal } from '../refusal.ts'
import { toRef } from '../shapes/ref.ts'

/** https://docs.github.com/en/rest/git/refs#get-a-reference */
export const getRef = {
  method: 'GET',
  path: '/repos/{owner}/{repo}/git/ref/{ref}',
  needs: { contents: 'read' },
  answer(world, { parameters: { ref = '' } }) {
    const sha = findRef(world.folder, `refs/${ref}`)
    if (sha === undefined) throw new Refusal(404, 'Not Found')
    return { status: 200, body: toRef(world, `refs/${ref}`, sha) }
  },
} satisfies Endpoint
