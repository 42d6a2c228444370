import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** One file to put in place or to take away. */
export interface Step {
  /** From the root. */
  readonly path: string
  /** The hash of what is there before; null where nothing is. */
  readonly before: string | null
  /** The name of the new file in the staging folder; absent where the file goes away. */
  readonly staged?: string
}

/** In the repository, so that a rename out of it is one step of the file system; ignored by Git. */
export const stagingOf = (root: string): string => join(root, '.staging')
export const journalOf = (root: string): string => join(stagingOf(root), 'journal.json')

/** Whether a run was interrupted between its decision and its end. */
export const hasJournal = (root: string): boolean => existsSync(journalOf(root))

export function readJournal(root: string): readonly Step[] | undefined {
  return hasJournal(root) ? (JSON.parse(readFileSync(journalOf(root), 'utf8')) as Step[]) : undefined
}

/** The journal goes first: a folder without one is nothing to finish. */
export function removeStaging(root: string): void {
  rmSync(journalOf(root), { force: true })
  rmSync(stagingOf(root), { recursive: true, force: true })
}

/** The hash of a file; null where there is none. */
export function hashFile(path: string): string | null {
  if (!existsSync(path)) return null
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
