import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { refuseLinks } from './check-targets.ts'
import { hashFile, hasJournal, readJournal, removeStaging, type Step, stagingOf } from './journal.ts'
import { withLock } from './lock.ts'

/** Does what is left of an interrupted run; nothing where none was. */
export function finishJournal(root: string): void {
  if (hasJournal(root)) withLock(root, () => carryOut(root))
}

/** Takes the steps of the journal, if there is one. Each can be taken again without harm. */
export function carryOut(root: string): void {
  const steps = readJournal(root)
  if (steps === undefined) return
  for (const step of steps) finishStep(step, root)
  const emptied = steps.filter(({ staged }) => staged === undefined)
  for (const { path } of emptied) removeEmptyFolders(dirname(path), root)
  removeStaging(root)
}

function finishStep({ path, before, staged }: Step, root: string): void {
  const target = join(root, path)
  refuseLinks(path, root)
  const source = staged === undefined ? undefined : join(stagingOf(root), staged)
  if (source !== undefined && !existsSync(source)) return // done before the interruption
  if (hashFile(target) !== before) return // gone already, or changed by a person since: the next run says so
  if (source === undefined) {
    rmSync(target, { force: true })
  } else {
    mkdirSync(dirname(target), { recursive: true })
    renameSync(source, target)
  }
}

/** What has become empty goes, up to a folder that holds anything, such as a cluster's, which has its cluster.yaml. */
function removeEmptyFolders(path: string, root: string): void {
  if (!path.includes('/')) return
  const folder = join(root, path)
  // One that is gone already may have been removed right before an interruption: the folders above it are still to do.
  if (existsSync(folder)) {
    if (readdirSync(folder).length > 0) return
    rmdirSync(folder)
  }
  removeEmptyFolders(dirname(path), root)
}
