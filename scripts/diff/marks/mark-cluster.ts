import type { ClusterChange, ResourceChange } from '../../model/change.ts'

/** A cluster that Git no longer has is not emptied: its engine finds no path, or a set that must not shrink, and stops. */
export function markCluster(
  kind: ClusterChange['kind'],
  changes: readonly ResourceChange[],
): readonly ResourceChange[] {
  if (kind !== 'removed') return changes
  const message = 'the cluster is no longer in Git, and no engine deletes what runs there'
  return changes.map(change => ({ ...change, marks: [{ kind: 'leaves-behind', message }] }))
}
