import type { BuildContext } from '../build/target.ts'
import type { Item } from '../model/item.ts'
import { makeText } from '../node/set-text.ts'
import { setEntries } from '../transform/set-entries.ts'

const metadataLabels = [{ path: 'metadata/labels', create: true }]

/** The release whose output this library reproduces. */
export const kustomizeVersion = 'v5.8.1'

/** Labels every item as made by kustomize. */
export function labelManaged(items: readonly Item[], build: BuildContext): readonly Item[] {
  return items.map(item => {
    const label = makeText(`kustomize-${kustomizeVersion}`, item.root.at)
    const [labelled = item] = setEntries(
      [item],
      new Map([['app.kubernetes.io/managed-by', label]]),
      metadataLabels,
      build,
    )
    return labelled
  })
}
