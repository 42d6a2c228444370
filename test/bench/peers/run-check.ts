import { spawnSync } from 'node:child_process'
import { upstream } from '../../upstream/defects.ts'
import { measureCpu } from '../cpu-time.ts'

const runs = 5

/** What a program that checks files prints when it stands in their folder, and its CPU milliseconds, the mean of 5. */
export function runCheck(command: readonly [string, ...string[]]): { readonly output: string; readonly cpu: number } {
  const [program, ...args] = command
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    cwd: upstream,
    env: { ...process.env, INIT_CWD: upstream }, // npm's word for where its command was typed
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  // 1: something was found
  if (error || (status !== 0 && status !== 1)) throw error ?? new Error(`${program}: ${stderr}`)
  const script = `cd "$0"; export INIT_CWD="$0"; for run in $(seq ${runs}); do "$@" > /dev/null 2>&1; done`
  return { output: stdout, cpu: measureCpu(script, [upstream, ...command]) / runs }
}
