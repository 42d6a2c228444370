import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { releaseWord } from './release-word.ts'
import { stopAll } from './stop-all.ts'

const watchdog = join(import.meta.dirname, 'watchdog.ts')

export interface Watchdog {
  readonly pid: number
  /** Ends everything now, and the watchdog with it. */
  readonly endAll: () => Promise<void>
  /** Lets everything live on without this process. */
  readonly release: () => Promise<void>
}

/** From now on a cluster's processes end when this process does, even when it is killed. */
export function watchParent(state: string): Watchdog {
  const child = spawn(process.execPath, ['--import', 'tsx', watchdog, state], {
    cwd: import.meta.dirname, // where tsx is found
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>(resolve => child.on('close', () => resolve()))
  child.unref()
  child.stdin.on('error', () => {}) // somebody has ended the watchdog
  const finish = (word: string) => {
    child.ref()
    child.stdin.end(word)
    return ended
  }
  return {
    pid: child.pid ?? 0,
    endAll: () => finish('').then(() => stopAll(state)),
    release: () => finish(releaseWord),
  }
}
