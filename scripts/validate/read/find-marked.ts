import type { ClusterChange, Mark, MarkKind, ResourceChange } from '../../model/change.ts'
import type { ChangeFinding, ChangeView } from '../../model/change-view.ts'

/** A finding for each mark of these kinds. */
export function* findMarked(
  { placeOf }: ChangeView,
  clusters: readonly ClusterChange[],
  kinds: readonly MarkKind[],
): Generator<ChangeFinding> {
  for (const { cluster, changes } of clusters)
    for (const change of changes)
      for (const mark of listCauses(change, kinds)) {
        const { resource } = change
        yield { cluster, resource, message: mark.message, source: placeOf(cluster, resource, mark) }
      }
}

/** Marks of one field of the object's spec have one cause: the last one says most of it. */
function listCauses({ marks }: ResourceChange, kinds: readonly MarkKind[]): readonly Mark[] {
  const chosen = marks.filter(({ kind }) => kinds.includes(kind))
  const keys = chosen.map(({ kind, path, message }) => (path ? JSON.stringify([kind, ...path.slice(0, 2)]) : message))
  return chosen.filter((_, at) => keys.lastIndexOf(keys[at] ?? '') === at)
}
