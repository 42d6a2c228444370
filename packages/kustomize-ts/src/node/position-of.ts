import type { Node } from '../model/node.ts'
import type { Path } from '../model/path.ts'
import type { Provenance } from '../model/position.ts'
import { childAt } from './node-at.ts'

/**
 * Where the field at `path` stands: its key or its value (default), or, where the path ends before it, the key of the
 * nearest ancestor that is there.
 */
export function positionOf(root: Node, path: Path, at: 'key' | 'value' = 'value'): Provenance {
  let node = root
  let key: Provenance = root.at
  for (const step of path) {
    const child = childAt(node, step)
    if (child === undefined) return key
    key = node.kind === 'map' ? (node.entries.get(String(step))?.key ?? child.at) : child.at
    node = child
  }
  return at === 'key' ? key : node.at
}
