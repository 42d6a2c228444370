import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import { recordStarted } from './started.ts'
import { readTail } from './tail.ts'

export interface Command {
  readonly name: string
  readonly program: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Where it works, instead of in the state folder. */
  readonly cwd?: string
}

/** A process that has been started; `assertAlive` throws, with the end of its log, once it has ended. */
export interface Running {
  readonly pid: number
  readonly assertAlive: () => void
  /** Its exit code, or undefined where a signal ended it; fails where it could not be started. */
  readonly ended: Promise<number | undefined>
}

/**
 * Starts a program of a cluster. It writes to `<state>/<name>.log` and lives on after this process; `stopAll` ends it. It
 * has a process group of its own, so that Ctrl-C reaches only who started it, who then ends all in order.
 */
export function startProcess(state: string, { name, program, args, env, cwd = state }: Command): Running {
  const log = join(state, `${name}.log`)
  const output = openSync(log, 'a')
  const since = Date.now()
  const stdio = ['ignore', output, output] as const
  const child = spawn(program, args, { cwd, detached: true, stdio: [...stdio], env: { ...process.env, ...env } })
  if (child.pid !== undefined) recordStarted(state, { name, pid: child.pid, since })
  closeSync(output)
  child.unref()
  return { pid: child.pid ?? 0, ...watch(child, name, program, log) }
}

function watch(child: ChildProcess, name: string, program: string, log: string): Omit<Running, 'pid'> {
  const ended = new Promise<number | undefined>((resolve, reject) =>
    child.once('exit', code => resolve(code ?? undefined)).once('error', reject),
  )
  let failure: (() => string) | undefined
  ended.then(
    code => {
      failure = () => explainEnd(`${name} has ended (${code ?? child.signalCode})`, log)
    },
    ({ message }: Error) => {
      failure = () => `${name} does not start: ${program}: ${message}`
    },
  )
  const assertAlive = () => {
    if (failure !== undefined) throw new CannotFinish(failure())
  }
  return { ended, assertAlive }
}

/** A port is found free before the program is started, which then has to be quicker than everybody else. */
function explainEnd(what: string, log: string): string {
  const tail = readTail(log)
  const remedy = /address already in use/i.test(tail) ? ': another program has taken its port, so run it again' : ''
  return `${what}${remedy}. ${log} ends with:\n${tail}`
}
