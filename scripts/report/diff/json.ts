import type { FleetDiff, FoldedChange } from '../../model/change.ts'
import { countChanges } from './count-changes.ts'

/** For machines, in the form of schemas/diff-report.schema.json. */
export function formatJson(diff: FleetDiff, folded: readonly FoldedChange[]): string {
  const clusters = diff.clusters.map(({ cluster, kind }) => ({ cluster, kind }))
  const changes = folded.map(({ change, clusters }) => ({ ...change, clusters }))
  return `${JSON.stringify({ summary: countChanges(diff), clusters, changes }, undefined, 2)}\n`
}
