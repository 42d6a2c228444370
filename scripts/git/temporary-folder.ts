import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TemporaryFolder {
  /** Absolute, without links. */
  readonly path: string
  remove(): void
}

const open = new Set<string>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** A folder that is taken away when it is not needed any more, at the latest when the process ends or is ended (not by SIGKILL). */
export function openTemporaryFolder(): TemporaryFolder {
  if (open.size === 0) watch()
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'fogflow-gitops-')))
  open.add(path)
  return {
    path,
    remove() {
      rmSync(path, { recursive: true, force: true })
      open.delete(path)
      if (open.size === 0) unwatch()
    },
  }
}

function watch(): void {
  process.once('exit', removeAll)
  for (const signal of signals) process.once(signal, end)
}

function unwatch(): void {
  process.off('exit', removeAll)
  for (const signal of signals) process.off(signal, end)
}

/** A process that a signal ends does not come to its exit. */
function end(signal: NodeJS.Signals): void {
  removeAll()
  unwatch()
  process.kill(process.pid, signal)
}

function removeAll(): void {
  for (const path of open) rmSync(path, { recursive: true, force: true })
}
