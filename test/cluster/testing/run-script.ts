import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'

const repository = resolve(import.meta.dirname, '../../..')

export interface Ended {
  /** Its exit code, or the signal that ended it. */
  readonly end: number | string
  readonly stdout: string
  readonly stderr: string
}

/** A script that runs, as `npm run` starts it. */
export interface RunningScript {
  readonly process: ChildProcess
  /** What it has printed so far. */
  readonly printed: () => string
  readonly ended: Promise<Ended>
}

/** Starts a script of test/cluster with an environment of its own. */
export function startScript(name: string, args: readonly string[], env: NodeJS.ProcessEnv): RunningScript {
  const options = ['--import', 'tsx', '--conditions=source', join(repository, 'test/cluster', name), ...args]
  const child = spawn(process.execPath, options, { cwd: repository, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
    })
  const ended = once(child, 'close').then(([code, signal]) => ({ end: code ?? signal, ...output }))
  return { process: child, printed: () => output.stdout + output.stderr, ended }
}
