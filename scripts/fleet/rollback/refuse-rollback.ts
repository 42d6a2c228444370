import type { FoldedChange, MarkKind } from '../../model/change.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'

/** What a revert of files cannot undo in a cluster, and what to do instead. */
const remedies: Readonly<Partial<Record<MarkKind, string>>> = {
  immutable: 'delete the object by hand (a StatefulSet with --cascade=orphan keeps its pods), or mend it going forward',
  'loses-data': 'save the data first, then make the change in a pull request of your own',
  irreversible: 'restore a backup from before the change, or go forward: mend it in a newer version',
}

/** An error for each change that a rollback would make and that no engine can carry out, or nobody take back. */
export function refuseRollback(changes: readonly FoldedChange[]): readonly Diagnostic[] {
  return changes.flatMap(({ change, clusters }) =>
    change.marks.flatMap(({ kind, message }) => {
      const fix = remedies[kind]
      if (fix === undefined) return []
      return [
        {
          code: `rollback-${kind}`,
          severity: 'error',
          message,
          fix,
          resource: change.resource,
          clusters: clusters.map(name => `clusters/${name}`),
        } as const,
      ]
    }),
  )
}
