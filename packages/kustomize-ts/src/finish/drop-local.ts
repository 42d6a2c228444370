import type { BuildContext } from '../build/target.ts'
import { currentId, keyOf } from '../item/identity.ts'
import type { Item } from '../model/item.ts'
import { nodeAt } from '../node/node-at.ts'

/**
 * Leaves out what is annotated as meant for tools only, not for a cluster. kustomize finds it by its id, so that it
 * stays where another resource has the same.
 */
export function dropLocal(items: readonly Item[], build: BuildContext): readonly Item[] {
  const local = items.filter(isLocal)
  if (local.length === 0) return items
  const key = (item: Item) => keyOf(currentId(item, build.isClusterScoped))
  const others = new Set(items.filter(item => !isLocal(item)).map(key))
  return items.filter(item => !isLocal(item) || others.has(key(item)))
}

/** Whether a resource is annotated as meant for tools only. */
export function isLocal({ root }: Item): boolean {
  const mark = nodeAt(root, ['metadata', 'annotations', 'config.kubernetes.io/local-config'])
  return mark !== undefined && !(mark.kind === 'scalar' && mark.text === 'false')
}
