import { inspectText } from '../emit/inspect-text.ts'
import { formatGeneral, readNumber } from '../emit/number.ts'
import { resolvesToString } from '../emit/resolves-to-string.ts'
import { roundTrip } from '../emit/round-trip.ts'
import type { MapEntry, MapNode, Node, ScalarNode, Style } from '../model/node.ts'
import { parseBoolean } from '../yaml/resolve-tag.ts'
import { printTimestamp } from '../yaml/timestamp.ts'

/** Undefined stands for the node itself: it must not keep itself alive. */
type Converted = WeakMap<Node, Node | undefined>

/** How the text comes about that becomes JSON: as go-yaml v3 writes a tree, in flow style or not, or as it was read. */
type Way = 'block' | 'flow' | 'read'

/** Every resource of a base meets this once for each overlay that patches it. */
const converted: Readonly<Record<Way, Converted>> = { block: new WeakMap(), flow: new WeakMap(), read: new WeakMap() }

/**
 * A tree after a way through Go's JSON, as every JSON 6902 patch sends its target, patched or not in that place: numbers
 * become 64-bit floats (12345678901234567890 ends in 000), and strings lose the quotes that they do not need.
 */
export function asJson<N extends Node>(node: N): N
export function asJson(node: Node): Node {
  return convert(node, 'block')
}

/** The same for a value in a patch, which go-yaml v3 never writes. */
export function readAsJson(node: Node): Node {
  return convert(node, 'read')
}

function convert(node: Node, way: Way): Node {
  const known = converted[way]
  if (known.has(node)) return known.get(node) ?? node
  const result = node.kind === 'scalar' ? scalarAsJson(writeScalar(node, way)) : collectionAsJson(node, way)
  known.set(node, result === node ? undefined : result)
  return result
}

function writeScalar(node: ScalarNode, way: Way): ScalarNode {
  return way === 'read' ? node : roundTrip(node, way === 'flow')
}

function wayInto({ flow }: Exclude<Node, ScalarNode>, way: Way): Way {
  return flow && way === 'block' ? 'flow' : way
}

function collectionAsJson(node: Exclude<Node, ScalarNode>, way: Way): Node {
  if (node.kind === 'map') return mapAsJson(node, way)
  const { flow, ...rest } = node
  const items = node.items.map(item => convert(item, wayInto(node, way)))
  return !flow && items.every((item, i) => item === node.items[i]) ? node : { ...rest, items }
}

function mapAsJson(node: MapNode, way: Way): MapNode {
  const { flow, ...rest } = node
  let isChanged = flow === true
  const entries = new Map<string, MapEntry>()
  for (const [name, entry] of node.entries) {
    const value = convert(entry.value, wayInto(node, way))
    if (value !== entry.value) isChanged = true
    entries.set(name, value === entry.value ? entry : { key: entry.key, value })
  }
  return isChanged ? { ...rest, entries } : node
}

function scalarAsJson(node: ScalarNode): ScalarNode {
  switch (node.tag) {
    case 'str':
      return stringAsJson(node, node.text)
    case 'timestamp':
      return stringAsJson(node, printTimestamp(node.text))
    case 'bool':
      return withText(node, 'bool', String(parseBoolean(node.text)))
    case 'null':
      return withText(node, 'null', 'null')
    default:
      return numberAsJson(node)
  }
}

/** Not-a-number and infinity, which a patch may bring, stay as they are: printing the resource refuses them. */
function numberAsJson(node: ScalarNode): ScalarNode {
  const value = readNumber(node.text)
  if (!Number.isFinite(value)) return node
  const text = formatGeneral(value)
  return withText(node, /[.e]/.test(text) ? 'float' : 'int', text)
}

function stringAsJson(node: ScalarNode, text: string): ScalarNode {
  const style = styleOf(text)
  if (node.tag === 'str' && node.text === text && node.style === style && !isMarked(node)) return node
  const { style: _, shared: __, untagged: ___, typed: ____, ...rest } = node
  return { ...rest, tag: 'str', text, ...(style && { style }) }
}

/** The style in which go-yaml v3 writes a string that has none. */
function styleOf(text: string): Style | undefined {
  if (text.includes('\n')) return 'literal'
  return resolvesToString(text) && inspectText(text).plain ? undefined : 'quoted'
}

function withText(node: ScalarNode, tag: ScalarNode['tag'], text: string): ScalarNode {
  if (node.tag === tag && node.text === text && node.style === undefined && !isMarked(node)) return node
  const { style: _, content: __, shared: ___, untagged: ____, ...rest } = node
  return { ...rest, tag, text }
}

/** Marks are of nodes, and the way through JSON makes new ones. */
function isMarked({ shared, untagged, typed }: ScalarNode): boolean {
  return shared === true || untagged === true || typed !== undefined
}
