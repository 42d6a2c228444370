import type { Summary } from '../model/judgement.ts'
import type { Skipped } from '../model/loaded.ts'
import { countOf, formatCount } from './count.ts'
import { type ReportOptions, shorten } from './options.ts'

/** How much was looked at: `816 clusters, 15,204 resources, Kubernetes 1.34`. */
export function formatLooked(summary: Summary): string {
  return [
    ...(summary.clusters > 0 ? [countOf(summary.clusters, 'cluster')] : []),
    ...(summary.kustomizations > 0 ? [countOf(summary.kustomizations, 'kustomization')] : []),
    countOf(summary.resources, 'resource'),
    `Kubernetes ${summary.kubernetes}`,
  ].join(', ')
}

/** What came of it: `1 error, 0 warnings, 0 skipped`. */
export function formatFound({ errors, warnings, skipped }: Summary): string {
  return [countOf(errors, 'error'), countOf(warnings, 'warning'), `${formatCount(skipped)} skipped`].join(', ')
}

/** What was not judged: a line for each reason. */
export function formatSkipped(skipped: readonly Skipped[], options: ReportOptions): readonly string[] {
  const byReason = new Map<string, string[]>()
  for (const { what, reason } of skipped) byReason.set(reason, [...(byReason.get(reason) ?? []), what])
  return [...byReason].map(([reason, names]) => `skipped: ${names.length}, ${reason}: ${shorten(names, options)}`)
}
