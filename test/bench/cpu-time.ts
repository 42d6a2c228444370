import { spawnSync } from 'node:child_process'

/** CPU milliseconds (user and system) of all programs that a shell script starts; "$0" and "$@" are its arguments. */
export function measureCpu(script: string, args: readonly string[]): number {
  // bash counts in milliseconds; a plain sh may know hundredths of a second only. The second line of `times` is the
  // time of the children.
  const { error, status, stdout, stderr } = spawnSync('bash', ['-c', `${script}; times`, ...args], { encoding: 'utf8' })
  if (error || status !== 0) throw error ?? new Error(`${args.join(' ')}: ${stderr}`)
  const children = stdout.trim().split('\n').at(-1) ?? ''
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => Number(minutes) * 60 + Number(rest),
  )
  return seconds.reduce((sum, part) => sum + part, 0) * 1000
}
