import { tryGit } from './git.ts'

/** How the files on disk stand to a commit. */
export interface CheckoutState {
  /** Whether this clone has the commit. */
  readonly hasCommit: boolean
  /** Files that differ from it or that Git does not know, from the root. */
  readonly differing: readonly string[]
}

/** Compares some folders of the working tree with a commit. */
export async function compareCheckout(
  root: string,
  commit: string,
  folders: readonly string[],
): Promise<CheckoutState> {
  const changed = await tryGit(root, 'diff', '--name-only', commit, '--', ...folders)
  if (changed === undefined) return { hasCommit: false, differing: [] }
  const unknown = await tryGit(root, 'ls-files', '--others', '--exclude-standard', '--', ...folders)
  const files = `${changed}\n${unknown ?? ''}`.split('\n').filter(file => file !== '')
  return { hasCommit: true, differing: files }
}
