import type { BuildContext } from '../build/target.ts'
import type { Item } from '../model/item.ts'
import type { Position } from '../model/position.ts'
import { makeText } from '../node/set-text.ts'
import { setEntries } from '../transform/set-entries.ts'

const metadataLabels = [{ path: 'metadata/labels', create: true }]

/** The release whose output this library reproduces. */
const kustomizeVersion = 'v5.8.1'

/** Labels every item as made by kustomize; `by` is the place that asks for it. */
export function labelManaged(items: readonly Item[], by: Position, build: BuildContext): readonly Item[] {
  const label = makeText(`kustomize-${kustomizeVersion}`, by)
  return items.map(item => {
    const [labelled = item] = setEntries(
      [item],
      new Map([['app.kubernetes.io/managed-by', label]]),
      metadataLabels,
      build,
    )
    return labelled
  })
}
