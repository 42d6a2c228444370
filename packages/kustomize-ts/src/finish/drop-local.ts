import type { Item } from '../model/item.ts'
import { nodeAt } from '../node/node-at.ts'

/** Leaves out what is annotated as meant for tools only, not for a cluster. */
export function dropLocal(items: readonly Item[]): readonly Item[] {
  return items.filter(({ root }) => {
    const mark = nodeAt(root, ['metadata', 'annotations', 'config.kubernetes.io/local-config'])
    return mark === undefined || (mark.kind === 'scalar' && mark.text === 'false')
  })
}
