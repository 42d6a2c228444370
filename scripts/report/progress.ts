import type { Environment } from '../model/environment.ts'
import { formatCount } from './count.ts'

const quietMs = 1000
const betweenMs = 100

export interface Progress {
  /** What to call before each step of a stage; `noun` names what is counted. */
  step(noun: string): (done: number, total: number) => void
  /** Takes the line away. */
  end(): void
}

/** A line that counts, for a person who has waited for a second; nothing where nobody watches. */
export function startProgress({ isWatched, elapsed, writeError }: Environment): Progress {
  let next = quietMs
  let isShown = false
  return {
    step: noun => (done, total) => {
      if (!isWatched || elapsed() < next) return
      next = elapsed() + betweenMs
      isShown = true
      writeError(`\r${formatCount(done)} of ${formatCount(total)} ${noun}\u001b[K`)
    },
    end() {
      if (isShown) writeError('\r\u001b[K')
    },
  }
}
