import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'

/** A process that a cluster consists of. */
export interface Started {
  readonly name: string
  readonly pid: number
  /** When it was started, in ms since 1970: ids of processes are used again. */
  readonly since: number
}

const listOf = (state: string) => join(state, 'processes.jsonl')

/** Remembers a process in the cluster's state folder, at once: whoever comes later must find it. */
export function recordStarted(state: string, started: Started): void {
  appendFileSync(listOf(state), `${JSON.stringify(started)}\n`)
}

/** The processes of a cluster in the order of their start, ended ones too. */
export function listStarted(state: string): readonly Started[] {
  if (!existsSync(listOf(state))) return []
  const lines = readFileSync(listOf(state), 'utf8').split('\n').slice(0, -1) // the last line may be half written
  return lines.map(line => JSON.parse(line) as Started)
}

// ps gives the start in whole seconds, reckoned from the time of boot.
const tolerance = 3_000

/** Those of some processes that still run, and are the ones that were started. */
export function stillRunning(all: readonly Started[]): readonly Started[] {
  if (all.length === 0) return []
  const env = { ...process.env, LC_ALL: 'C' }
  const { stdout, error } = spawnSync('ps', ['-o', 'pid=,stat=,lstart=', '-p', all.map(({ pid }) => pid).join()], {
    encoding: 'utf8',
    env,
  })
  if (error) throw new CannotFinish(`ps, which says what still runs, does not start: ${error.message}`)
  const starts = new Map<number, number>()
  for (const line of stdout.split('\n')) {
    const [, pid, stat, start] = /^\s*(\d+)\s+(\S+)\s+(.+?)\s*$/.exec(line) ?? []
    if (pid && start && !stat?.startsWith('Z')) starts.set(Number(pid), Date.parse(start))
  }
  return all.filter(({ pid, since }) => Math.abs((starts.get(pid) ?? Number.NaN) - since) < tolerance)
}
