import { findBranch, moveBranch } from '../double/git/refs.ts'
import { runGit } from '../double/git/run-git.ts'
import { writeTree } from '../double/git/write-tree.ts'
import { timestamp, type World } from '../double/world.ts'

/** Files by path; undefined for one that goes. */
export type Files = Readonly<Record<string, string | undefined>>

/** A commit on a branch, as if it had been pushed; the commit. */
export function seedBranch(world: World, branch: string, files: Files, from?: string): string {
  const parent = from ?? findBranch(world, branch)
  const entries = Object.entries(files).map(([path, content]) => ({
    ...{ path, mode: '100644' },
    ...(content === undefined ? { sha: null } : { content }),
  }))
  const tree = writeTree(world.folder, parent, entries)
  const at = timestamp(world)
  const variables = { GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at }
  const parents = parent === undefined ? [] : ['-p', parent]
  const sha = runGit(world.folder, ['commit-tree', tree, ...parents], { input: `seed ${branch}`, variables })
  moveBranch(world, branch, sha)
  return sha
}

/** The files of a commit or branch, by path. */
export function readFiles({ folder }: World, commit: string): Readonly<Record<string, string>> {
  const paths = runGit(folder, ['ls-tree', '-rz', '--name-only', commit]).split('\0').filter(Boolean)
  return Object.fromEntries(paths.map(path => [path, runGit(folder, ['cat-file', 'blob', `${commit}:${path}`])]))
}

/** The names of the branches. */
export function listBranches({ folder }: World): readonly string[] {
  return runGit(folder, ['for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads']).split('\n').filter(Boolean)
}
