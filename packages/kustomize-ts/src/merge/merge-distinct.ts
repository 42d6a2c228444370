import type { Node } from '../model/node.ts'
import { isAbsent, isEmptyMap } from './absent.ts'
import { indexElements } from './index-elements.ts'
import type { ListMerge } from './list-merge.ts'
import { warnOfLostDelete } from './warn-of-lost-delete.ts'

/** The merge of lists whose elements can be told apart, in time proportional to their length. */
export function mergeDistinct({
  target,
  patch,
  keys,
  itemSchema,
  mergeNodes,
  context,
}: ListMerge): readonly Node[] | undefined {
  const own = keys.length === 0 ? undefined : indexElements(target.items, keys)
  const others = patch === undefined ? noElements : indexElements(patch.items, keys)
  if (own === undefined || others === undefined) return undefined
  return listIdentities(own, others, keys.length > 1).flatMap(identity => {
    const [mine, other] = [own.get(identity), others.get(identity)]
    if (mine === undefined && other) warnOfLostDelete(other, context)
    const { node, isTarget } = mergeNodes(mine, other, itemSchema, context)
    if (isAbsent(node) || isEmptyMap(node)) return []
    // An element that replaces another is itself replaced by it, where upstream puts the target's back.
    return [mine === undefined || isTarget ? node : mine]
  })
}

const noElements: ReadonlyMap<string, Node> = new Map()

/** The patch's order, then the target's. Upstream puts elements with several keys that the target has where it has them. */
function listIdentities(
  own: ReadonlyMap<string, Node>,
  others: ReadonlyMap<string, Node>,
  hasSeveralKeys: boolean,
): readonly string[] {
  const first = hasSeveralKeys ? [...others.keys()].filter(identity => !own.has(identity)) : others.keys()
  return [...new Set([...first, ...own.keys()])]
}
