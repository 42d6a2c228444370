import { findBranch, isObject } from './git/refs.ts'
import { Refusal } from './refusal.ts'
import type { World } from './world.ts'

/** The commit that a `ref` of a path means: a commit itself, or a branch. */
export function findCommit(world: World, ref = ''): string {
  const found = isObject(world.folder, ref, 'commit') ? ref : findBranch(world, ref.replace(/^heads\//, ''))
  if (found === undefined) throw new Refusal(422, `No commit found for SHA: ${ref}`)
  return found
}
