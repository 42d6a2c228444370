import type { MapNode, Node, SeqNode } from '../model/node.ts'
import { isEmpty } from './absent.ts'

/** A merged collection has the style of the target's, unless that is empty: then it has the style of what came in. */
export function keepFlow<N extends MapNode | SeqNode>(merged: N, old: Node, value: Node | undefined): N {
  const source = value !== undefined && old.kind !== 'scalar' && isEmpty(old) ? value : old
  const { flow: _, ...rest } = merged
  return (source.kind !== 'scalar' && source.flow ? { ...rest, flow: true } : rest) as N
}
