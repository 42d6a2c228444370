import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export interface EndedVerify {
  /** The exit code, or the signal that ended it. */
  readonly end: number | string
  readonly stdout: string
  readonly stderr: string
}

export interface RunningVerify {
  /** What it has printed so far, on both streams. */
  readonly printed: () => string
  /** Sends a signal as a terminal does: to all processes that it consists of. */
  readonly signal: (signal: NodeJS.Signals) => void
  readonly ended: Promise<EndedVerify>
}

/** `npm run verify` in a folder that has the toolchain, as a process of its own. */
export function startVerify(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): RunningVerify {
  const child: ChildProcess = spawn('npm', ['run', '-s', 'verify', '--', ...args], {
    cwd: folder,
    detached: true, // a process group of its own
    env: { ...process.env, INIT_CWD: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
    })
  return {
    printed: () => output.stdout + output.stderr,
    signal: signal => void process.kill(-(child.pid ?? 0), signal),
    ended: once(child, 'close').then(([code, signal]) => ({ end: code ?? signal, ...output })),
  }
}
