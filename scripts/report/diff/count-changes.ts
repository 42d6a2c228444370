import type { FleetDiff, MarkKind } from '../../model/change.ts'
import { countOf } from '../count.ts'

/** How many clusters come, go, change and stay, and what in them an operator must know of. */
export interface DiffSummary {
  readonly added: number
  readonly removed: number
  readonly changed: number
  readonly unchanged: number
  /** The clusters with at least one such mark. */
  readonly marks: Readonly<Partial<Record<MarkKind, number>>>
}

export function countChanges({ clusters, unchanged }: FleetDiff): DiffSummary {
  const of = (wanted: string) => clusters.filter(({ kind }) => kind === wanted).length
  const marks: Partial<Record<MarkKind, number>> = {}
  for (const { changes } of clusters)
    for (const kind of new Set(changes.flatMap(change => change.marks.map(mark => mark.kind))))
      marks[kind] = (marks[kind] ?? 0) + 1
  return { added: of('added'), removed: of('removed'), changed: of('changed'), unchanged, marks }
}

const verdicts: Readonly<Record<MarkKind, string>> = {
  restarts: 'restart pods',
  immutable: 'will not apply',
  'loses-data': 'lose data',
  irreversible: 'cannot go back',
  'leaves-behind': 'keep what Git no longer has',
}

/** `3 clusters change, 813 stay; in 2 pods restart`. */
export function formatChanges(summary: DiffSummary): string {
  const parts = [
    ...(summary.added > 0 ? [`${countOf(summary.added, 'cluster')} added`] : []),
    ...(summary.removed > 0 ? [`${countOf(summary.removed, 'cluster')} removed`] : []),
    `${countOf(summary.changed, 'cluster')} changed`,
    `${summary.unchanged} unchanged`,
  ]
  const marks = Object.entries(verdicts).flatMap(([kind, verdict]) => {
    const count = summary.marks[kind as MarkKind] ?? 0
    return count === 0 ? [] : [`${count} ${verdict}`]
  })
  return [parts.join(', '), ...marks].join('; ')
}
