import type { MapNode, Node, ScalarNode } from '../model/node.ts'
import { makeMap, makeNull, replaceText, setEntry } from '../node/set-text.ts'

/** Sets the field at a `/` path to a value, or inserts the value into the file path that it holds. */
export function addValue(
  root: MapNode,
  path: string,
  value: ScalarNode,
  position: number,
  fail: (node: Node, message: string) => void,
): MapNode {
  const keys = path.split(/(?<!\\)\//).map(key => key.replaceAll('\\/', '/'))
  const edited = addAt(
    root,
    keys.filter(key => key !== ''),
    value,
    position,
    fail,
  )
  return edited.kind === 'map' ? edited : root
}

function addAt(
  node: Node,
  [key, ...rest]: readonly string[],
  value: ScalarNode,
  position: number,
  fail: (node: Node, message: string) => void,
): Node {
  if (key === undefined) {
    if (node.kind === 'scalar') return replaceText(node, insertPart(node.text, position, value.text), value.at)
    fail(node, `the field is a ${node.kind}, not a single value`)
    return node
  }
  if (node.kind !== 'map') {
    fail(node, `a ${node.kind} stands where the path has the key "${key}"`)
    return node
  }
  const child = node.entries.get(key)?.value ?? (rest.length === 0 ? makeNull(value.at) : makeMap(value.at))
  return setEntry(node, key, addAt(child, rest, value, position, fail), value.at)
}

/** `a/nice/pie` with a part at position 2 is `a/part/nice/pie`; position 0 replaces everything. */
function insertPart(path: string, position: number, part: string): string {
  if (position <= 0) return part
  const absolute = path.startsWith('/')
  const parts = path.split('/').filter(piece => piece !== '')
  parts.splice(position - 1, 0, part)
  return (absolute ? '/' : '') + parts.join('/')
}
