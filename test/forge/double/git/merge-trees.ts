import { askGit } from './run-git.ts'

/** The tree of a merge of two commits; undefined where they are in conflict. */
export function mergeTrees(folder: string, base: string, head: string): string | undefined {
  const { status, output, errors } = askGit(folder, ['merge-tree', '--write-tree', '--no-messages', base, head])
  if (status === 0) return output
  if (status === 1) return undefined
  throw new Error(`git merge-tree: ${errors}`)
}
