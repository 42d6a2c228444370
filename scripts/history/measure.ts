import type { Deployment, Measures } from '../model/history.ts'

/** How the changes among some deployments went. What takes another one back is a repair, not a change. */
export function measure(deployments: readonly Deployment[], atOf: (commit: string) => number | undefined): Measures {
  const changes = deployments.filter(({ takesBack }) => takesBack === undefined)
  const failed = changes.filter(({ takenBackBy }) => takenBackBy !== undefined)
  const times = failed
    .map(({ at, takenBackBy = '' }) => Math.max(0, ((atOf(takenBackBy) ?? at) - at) / 1000))
    .sort((one, other) => one - other)
  const longest = times.at(-1)
  return {
    changes: changes.length,
    failed: failed.length,
    ...(changes.length > 0 && { changeFailureRate: failed.length / changes.length }),
    ...(longest !== undefined && { timeToRestore: { median: medianOf(times), longest } }),
  }
}

/** Of sorted numbers, at least one. */
function medianOf(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
}
