import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotFinish } from '../model/cannot-finish.ts'
import { checkTargets } from './check-targets.ts'
import { carryOut } from './finish-journal.ts'
import { hashFile, journalOf, removeStaging, type Step, stagingOf } from './journal.ts'
import { withLock } from './lock.ts'

export interface FileChanges {
  /** Path from the root → text. */
  readonly writes: ReadonlyMap<string, string>
  readonly deletes: readonly string[]
}

/**
 * Makes all changes or none. The new files are written beside the tree first; then one rename makes the list of steps
 * count; then each step is a rename or a removal. Killed before that rename, the tree is the old one. Killed after it,
 * the next run does the rest of the list before anything else (finishJournal), and comes to the same tree.
 */
export function applyChanges({ writes, deletes }: FileChanges, root: string): void {
  if (writes.size + deletes.length === 0) return
  checkTargets([...writes.keys(), ...deletes], root)
  withLock(root, () => {
    carryOut(root) // of a run that was interrupted while this one made up its mind
    stage(root, writes, deletes)
    renameSync(`${journalOf(root)}.new`, journalOf(root))
    carryOut(root)
  })
}

function stage(root: string, writes: FileChanges['writes'], deletes: FileChanges['deletes']): void {
  const before = (path: string) => hashFile(join(root, path))
  const written = [...writes].map(([path, text], index): Step & { text: string } => ({
    path,
    before: before(path),
    staged: `${index}`,
    text,
  }))
  const steps: readonly Step[] = [
    ...written.map(({ text: _, ...step }) => step),
    ...deletes.map(path => ({ path, before: before(path) })),
  ]
  try {
    removeStaging(root)
    mkdirSync(stagingOf(root))
    for (const { staged = '', text } of written) writeFileSync(join(stagingOf(root), staged), text)
    writeFileSync(`${journalOf(root)}.new`, JSON.stringify(steps))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    removeStaging(root)
    throw new CannotFinish(`nothing was changed, because the new files could not be written (${reason})`)
  }
}
