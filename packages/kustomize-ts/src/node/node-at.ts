import type { Node } from '../model/node.ts'
import type { Path } from '../model/path.ts'

/** The node at `path`, or undefined where the path leads nowhere. */
export function nodeAt(root: Node, path: Path): Node | undefined {
  let node: Node | undefined = root
  for (const step of path) {
    node = node === undefined ? undefined : childAt(node, step)
  }
  return node
}

/** The value of a map's key, or the item of a list. */
export function childAt(node: Node, step: string | number): Node | undefined {
  if (node.kind === 'map') return node.entries.get(String(step))?.value
  if (node.kind === 'seq' && typeof step === 'number') return node.items[step]
  return undefined
}
