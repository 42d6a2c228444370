import type { Commit } from '../git/list-commits.ts'
import type { History } from '../model/history.ts'
import { findReverts } from './find-reverts.ts'
import { measure } from './measure.ts'
import { traceDeployments } from './trace-deployments.ts'

/** What of a history is asked for. */
export interface Question {
  /** Only what reached this cluster. */
  readonly cluster?: string | undefined
  /** Only what came onto the branch from then on, in milliseconds since 1970. */
  readonly since?: number | undefined
}

/** The commits of the branch, the oldest first → what ran where, what was taken back, and how that adds up. */
export function buildHistory(
  commits: readonly Commit[],
  textOf: (name: string) => string | undefined,
  { cluster, since = Number.NEGATIVE_INFINITY }: Question,
): History {
  const messages = new Map(commits.map(({ hash, message }) => [hash, message]))
  const times = new Map(commits.map(({ hash, at }) => [hash, at]))
  const { deployments, runs } = traceDeployments(commits, textOf)
  const all = findReverts(deployments, commit => messages.get(commit) ?? '')
  const mine = all.filter(one => cluster === undefined || one.clusters.includes(cluster))
  const known = new Set(mine.map(({ commit }) => commit))
  // A commit that was taken back elsewhere alone was not taken back here.
  const own = mine.map(({ takenBackBy, ...one }) =>
    takenBackBy !== undefined && known.has(takenBackBy) ? { ...one, takenBackBy } : one,
  )
  const chosen = own.filter(({ at }) => at >= since)
  return {
    deployments: [...chosen].reverse(),
    runs: cluster === undefined ? runs : new Map([[cluster, runs.get(cluster) ?? []]]),
    measures: measure(chosen, commit => times.get(commit)),
  }
}
