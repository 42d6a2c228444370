import { CannotFinish } from '../model/cannot-finish.ts'
import { askGit } from './git.ts'

/** The commit that a person names by branch, tag or hash. Throws CannotFinish where there is none. */
export async function findCommit(root: string, name: string): Promise<string> {
  await requireRepository(root)
  const { code, output } = await askGit(root, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${name}^{commit}`,
  ])
  if (code === 0) return output.trim()
  throw new CannotFinish(`there is no commit ${JSON.stringify(name)} in this clone: ${await describeLack(root)}`)
}

/** The newest commit that both are made from: what a pull request is compared with. Throws CannotFinish. */
export async function findMergeBase(root: string, one: string, other: string): Promise<string> {
  const { code, output } = await askGit(root, ['merge-base', one, other])
  if (code === 0) return output.trim()
  throw new CannotFinish(
    `${one.slice(0, 10)} and ${other.slice(0, 10)} have no commit in common: ${await describeLack(root)}`,
  )
}

/** A branch as this clone knows it. */
export interface Mainline {
  /** What git calls it here, such as `origin/main`. */
  readonly ref: string
  /** What it is called where it came from. */
  readonly branch: string
}

/** The branch that the engines sync: what a change is compared with, and goes into, where nobody says. */
export async function findMainline(root: string): Promise<Mainline> {
  await requireRepository(root)
  for (const name of ['origin/HEAD', 'origin/main', 'main']) {
    const { code, output } = await askGit(root, ['rev-parse', '--verify', '--quiet', '--abbrev-ref', name])
    const ref = output.trim()
    if (code === 0 && ref !== '') return { ref, branch: ref.replace(/^origin\//, '') }
  }
  throw new CannotFinish(
    'this clone has neither origin/HEAD nor a branch main: name what to compare with by --base REF',
  )
}

async function requireRepository(root: string): Promise<void> {
  const { code } = await askGit(root, ['rev-parse', '--git-dir'])
  if (code !== 0) throw new CannotFinish(`${root} is not in a Git repository: clone it rather than to download it`)
}

async function describeLack(root: string): Promise<string> {
  const { output } = await askGit(root, ['rev-parse', '--is-shallow-repository'])
  const isShallow = output.trim() === 'true'
  return isShallow ? 'the clone is shallow, run `git fetch --unshallow`' : 'check the name, or run `git fetch`'
}
