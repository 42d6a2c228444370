import { mergeTrees } from '../git/merge-trees.ts'
import { findBranch } from '../git/refs.ts'
import { runGit } from '../git/run-git.ts'
import { missingChecks } from '../missing-checks.ts'
import type { Pull, World } from '../world.ts'
import { toPullRequestSimple } from './pull-request.ts'
import { toUser } from './user.ts'

/** A pull request on its own: as in lists, and whether it can be merged, and how big it is. */
export function toPullRequest(world: World, pull: Pull) {
  const { merged, comments, state } = pull
  return {
    ...toPullRequestSimple(world, pull),
    ...{ merged: merged !== undefined, merged_by: merged === undefined ? null : toUser(world, merged.by) },
    ...{ comments: comments.length, review_comments: 0, maintainer_can_modify: false },
    ...(state === 'open' ? mergeability(world, pull) : { mergeable: null, mergeable_state: 'unknown' }),
    ...sizes(world, pull),
  }
}

function mergeability(world: World, pull: Pull) {
  const base = findBranch(world, pull.base) ?? pull.head
  const mergeable = mergeTrees(world.folder, base, pull.head) !== undefined
  const isBlocked = missingChecks(world, pull).length > 0
  return { mergeable, mergeable_state: mergeable ? (isBlocked ? 'blocked' : 'clean') : 'dirty' }
}

function sizes(world: World, { base, head, merged }: Pull) {
  const { folder } = world
  const before = merged === undefined ? (findBranch(world, base) ?? head) : `${merged.sha}^1`
  const stat = runGit(folder, ['diff', '--shortstat', `${before}...${head}`])
  const count = (pattern: RegExp) => Number(pattern.exec(stat)?.[1] ?? 0)
  return {
    commits: Number(runGit(folder, ['rev-list', '--count', `${before}..${head}`])),
    changed_files: count(/(\d+) files? changed/),
    additions: count(/(\d+) insertion/),
    deletions: count(/(\d+) deletion/),
  }
}
