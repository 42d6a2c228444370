import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { World } from '../world.ts'
import { askGit, runGit } from './run-git.ts'

/** The commit that a branch ends in. */
export function findBranch({ folder }: World, branch: string): string | undefined {
  return findRef(folder, `refs/heads/${branch}`)
}

/** What a ref stands for. A loose one is read as the file that it is: a process for each is most of the time of long lists. */
export function findRef(folder: string, ref: string): string | undefined {
  const file = join(folder, ref)
  if (/^refs\/heads\/./.test(ref) && file.startsWith(join(folder, 'refs/heads/')) && isFile(file))
    return readFileSync(file, 'utf8').trim()
  const { status, output } = askGit(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', ref])
  return status === 0 ? output : undefined
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
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
