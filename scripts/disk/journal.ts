import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { CannotFinish } from '../model/cannot-finish.ts'

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
  if (!hasJournal(root)) return undefined
  const steps = parse(readFileSync(journalOf(root), 'utf8'))
  if (Array.isArray(steps) && steps.every(isStep)) return steps
  throw new CannotFinish(`${journalOf(root)} is not what an interrupted run leaves behind: delete ${stagingOf(root)}`)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A journal is data like any other: one that was put there must not lead out of the repository. */
function isStep(step: unknown): step is Step {
  if (typeof step !== 'object' || step === null || !('path' in step) || !('before' in step)) return false
  const { path, before, staged } = step as Readonly<Record<string, unknown>>
  const isInside = typeof path === 'string' && isLocal(path)
  const isPlain = staged === undefined || (typeof staged === 'string' && /^\d+$/.test(staged))
  return isInside && isPlain && (before === null || typeof before === 'string')
}

const isLocal = (path: string) =>
  !isAbsolute(path) && !path.split(/[/\\]/).some(part => ['', '.', '..', '.git'].includes(part))

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
