import { spawnSync } from 'node:child_process'

/** Milliseconds that a program takes, the median of several runs after one that warms the disk's cache. */
export function timeProgram(command: string, args: readonly string[], { runs = 7, cwd = process.cwd() } = {}): number {
  const times = Array.from({ length: runs + 1 }, () => {
    const start = performance.now()
    const { error, stderr, status } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 30 })
    if (error || status !== 0) throw error ?? new Error(`${command} ${args.join(' ')}: ${stderr}`)
    return performance.now() - start
  })
  return median(times.slice(1))
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
