import type { BuildContext } from '../build/target.ts'
import { emitResource } from '../emit/emit.ts'
import type { Item } from '../model/item.ts'
import { removeEntry, setEntry } from '../node/set-text.ts'
import { identify } from '../read/identify.ts'

/** Reports a validator that has changed something; a label `validated-by` is all that it may add. */
export function checkUnchanged(
  before: readonly Item[],
  after: readonly Item[],
  config: Item,
  build: BuildContext,
): void {
  const changed = after.find((item, index) => printItem(item) !== printItem(before[index]))
  if (changed === undefined && before.length === after.length) return
  const what =
    changed === undefined ? 'a resource is gone' : `${identify(changed.root).kind} "${identify(changed.root).name}"`
  build.report({
    code: 'validator-changes',
    severity: 'error',
    message: `validator shouldn't modify the resource map: ${what}`,
    fix: 'list it under transformers',
    source: config.root.at,
  })
}

function printItem(item: Item | undefined): string {
  const metadata = item?.root.entries.get('metadata')?.value
  const labels = metadata?.kind === 'map' ? metadata.entries.get('labels')?.value : undefined
  if (item === undefined || metadata?.kind !== 'map' || labels?.kind !== 'map')
    return item === undefined ? '' : emitResource(item.root)
  const rest = removeEntry(labels, 'validated-by')
  const kept = rest.entries.size === 0 ? removeEntry(metadata, 'labels') : setEntry(metadata, 'labels', rest, labels.at)
  return emitResource(setEntry(item.root, 'metadata', kept, metadata.at))
}
