import { setTimeout as sleep } from 'node:timers/promises'
import { listStarted, type Started, stillRunning } from './started.ts'

/**
 * Ends all processes of a cluster, the last one first. They are killed: their data goes with them, and an API server that
 * is asked to end waits for its watchers, for a minute if need be.
 */
export async function stopAll(state: string, isMeant: (process: Started) => boolean = () => true): Promise<void> {
  const deadline = Date.now() + 10_000
  while (true) {
    const running = stillRunning(listStarted(state).filter(isMeant))
    if (running.length === 0) return
    if (Date.now() > deadline) throw new Error(`could not end ${running.map(({ name, pid }) => `${name} (${pid})`)}`)
    for (const { pid } of [...running].reverse()) kill(pid)
    await sleep(50)
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // else it has just ended
  }
}
