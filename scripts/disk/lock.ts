import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotFinish } from '../model/cannot-finish.ts'

/** Ignored by Git. Holds the process that is changing files. */
const lockOf = (root: string): string => join(root, '.staging.lock')

/** Does a change of files while no other process does one. A lock whose process is gone is nobody's. */
export function withLock(root: string, change: () => void): void {
  const lock = lockOf(root)
  for (let isTaken = take(lock); !isTaken; isTaken = take(lock)) {
    if (isHeld(lock))
      throw new CannotFinish(
        `another command is changing files here: run this again when it has ended (if there is none, delete ${lock})`,
      )
    rmSync(lock, { force: true })
  }
  try {
    change()
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, describe(process.pid) ?? '', { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    const reason = error instanceof Error ? error.message : String(error)
    throw new CannotFinish(`nothing was changed, because no file can be made beside clusters/ (${reason})`)
  }
}

/** A lock that is gone was released in this moment; one without a word in it is being written, or its owner was killed then. */
function isHeld(lock: string): boolean {
  const stats = statSync(lock, { throwIfNoEntry: false })
  if (stats === undefined) return false
  if (stats.size === 0) return Date.now() - stats.mtimeMs < 10_000
  const owner = readFileSync(lock, 'utf8')
  return describe(Number(owner.split(' ')[0])) === owner
}

/** A process by its id and, since ids come back, by its start (proc_pid_stat(5), field 22) where the system tells it. */
function describe(id: number): string | undefined {
  try {
    process.kill(id, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return undefined
  }
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8')
    return `${id} ${stat.slice(stat.lastIndexOf(')')).split(' ')[20]}`
  } catch {
    return `${id} ?`
  }
}
