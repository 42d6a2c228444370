import { CannotFinish } from '../model/cannot-finish.ts'
import { askGit, type GitOptions, runGit } from './git.ts'
import { openTemporaryFolder } from './temporary-folder.ts'

/** The tree of a commit without what an earlier commit did. */
export interface RevertedTree {
  readonly tree: string
  /** Files that later commits changed at the same places: in the tree they have conflict markers. */
  readonly conflicts: readonly string[]
  /** What git needs to find the objects of the tree: they are not in the clone. */
  readonly env: NonNullable<GitOptions['env']>
  /** Takes these objects away. */
  remove(): void
}

/**
 * Merges what takes a commit back into `tip`, which has it: three ways, so that later commits stay. Of a merge commit,
 * all is taken back that it brought to its first parent. Nothing is written into the clone.
 */
export async function revertTree(root: string, tip: string, commit: string): Promise<RevertedTree> {
  const { path: objects, remove } = openTemporaryFolder()
  const known = (await runGit(root, ['rev-parse', '--path-format=absolute', '--git-path', 'objects'])).trim()
  const env = { GIT_OBJECT_DIRECTORY: objects, GIT_ALTERNATE_OBJECT_DIRECTORIES: known }
  const undone = await commitUndone(root, commit, env)
  const merge = ['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z', tip, undone]
  const { code, output, complaint } = await askGit(root, merge, { env })
  if (code > 1) throw new CannotFinish(`this git cannot merge trees, it must be 2.38 or newer: ${complaint}`)
  const [tree = '', ...conflicts] = output.split('\0').filter(part => part !== '')
  return { tree, conflicts: [...new Set(conflicts)], env, remove }
}

/** A commit on top of the one to take back, with the files that were there before it. */
async function commitUndone(root: string, commit: string, env: GitOptions['env'] = {}): Promise<string> {
  const nobody = { name: 'fogflow-gitops', email: 'fogflow-gitops@localhost' }
  const people = ['AUTHOR', 'COMMITTER'].flatMap(role => [
    [`GIT_${role}_NAME`, nobody.name],
    [`GIT_${role}_EMAIL`, nobody.email],
  ])
  const args = ['commit-tree', '-p', commit, '-m', 'undone', `${commit}^1^{tree}`]
  return (await runGit(root, args, { env: { ...env, ...Object.fromEntries(people) } })).trim()
}
