import { CannotFinish } from '../model/cannot-finish.ts'
import { askGit, runGit } from './git.ts'

export interface CommitFacts {
  readonly commit: string
  readonly parents: readonly string[]
  /** The first line of its message. */
  readonly subject: string
}

export async function describeCommit(root: string, commit: string): Promise<CommitFacts> {
  const output = await runGit(root, ['show', '--no-patch', '--format=%H%x00%P%x00%s', commit])
  const [hash = commit, parents = '', subject = ''] = output.trimEnd().split('\0')
  return { commit: hash, parents: parents.split(' ').filter(parent => parent !== ''), subject }
}

/** The newest commit on the way of the first parents that changes one of the paths; undefined where none does. */
export async function findLastChange(root: string, tip: string, path: string): Promise<string | undefined> {
  const args = ['rev-list', '--first-parent', '--max-count=1', tip, '--', path]
  const found = (await runGit(root, args)).trim()
  return found === '' ? undefined : found
}

/** Throws CannotFinish where the tip does not have the commit: there is nothing to take back. */
export async function requireAncestor(root: string, commit: string, tip: string, name: string): Promise<void> {
  const { code } = await askGit(root, ['merge-base', '--is-ancestor', commit, tip])
  if (code !== 0)
    throw new CannotFinish(`${commit.slice(0, 10)} is not part of ${name}: what was not merged needs no rollback`)
}

/** Whether a commit has another one below it, or is it; one that this clone does not know has nothing. */
export async function containsCommit(root: string, below: string, commit = ''): Promise<boolean> {
  if (!/^[0-9a-f]+$/.test(below) || !/^[0-9a-f]+$/.test(commit)) return false
  return (await askGit(root, ['merge-base', '--is-ancestor', below, commit])).code === 0
}

/** The commits of a pull request that GitHub merged or squashed: it names the number in the first line of the message. */
export async function findMerged(root: string, tip: string, number: number): Promise<readonly string[]> {
  const args = ['log', '--first-parent', '--format=%H%x00%s', '-E', `--grep=#${number}([^0-9]|$)`, tip]
  const lines = (await runGit(root, args)).split('\n').map(line => line.split('\0'))
  const isNamed = new RegExp(`^Merge pull request #${number} from |\\(#${number}\\)$`)
  return lines.flatMap(([commit = '', subject = '']) => (isNamed.test(subject) ? [commit] : []))
}

/** The address of origin; undefined where there is none. */
export async function readOrigin(root: string): Promise<string | undefined> {
  const { code, output } = await askGit(root, ['remote', 'get-url', 'origin'])
  return code === 0 ? output.trim() : undefined
}
