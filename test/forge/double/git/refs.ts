import type { World } from '../world.ts'
import { askGit, runGit } from './run-git.ts'

/** The commit that a branch ends in. */
export function findBranch({ folder }: World, branch: string): string | undefined {
  return findRef(folder, `refs/heads/${branch}`)
}

export function findRef(folder: string, ref: string): string | undefined {
  const { status, output } = askGit(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', ref])
  return status === 0 ? output : undefined
}

/** Whether an object is there and of this type. */
export function isObject(folder: string, sha: string, type: 'commit' | 'tree'): boolean {
  if (!/^[0-9a-f]{40}$/.test(sha)) return false
  const { status, output } = askGit(folder, ['cat-file', '-t', sha])
  return status === 0 && output === type
}

/** Whether a commit has another one below it, or is it. */
export function isAncestor(folder: string, below: string, commit: string): boolean {
  return askGit(folder, ['merge-base', '--is-ancestor', below, commit]).status === 0
}

/** Moves a branch, and with it the pull requests that are open on it. */
export function moveBranch(world: World, branch: string, sha: string): void {
  runGit(world.folder, ['update-ref', `refs/heads/${branch}`, sha])
  for (const pull of world.pulls)
    if (pull.state === 'open' && pull.branch === branch && pull.fork === undefined) pull.head = sha
}
