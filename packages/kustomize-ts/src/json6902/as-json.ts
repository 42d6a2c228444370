import { inspectText } from '../emit/inspect-text.ts'
import { formatGeneral, readNumber } from '../emit/number.ts'
import { resolvesToString } from '../emit/resolves-to-string.ts'
import { roundTrip } from '../emit/round-trip.ts'
import type { MapEntry, MapNode, Node, ScalarNode, Style } from '../model/node.ts'
import { parseBoolean } from '../yaml/resolve-tag.ts'
import { printTimestamp } from '../yaml/timestamp.ts'

/** Undefined stands for the node itself: it must not keep itself alive. */
type Converted = WeakMap<Node, Node | undefined>

/** Every resource of a base meets this once for each overlay that patches it. */
const converted: Converted = new WeakMap()
/** Of nodes with a collection in flow style around them. */
const convertedInFlow: Converted = new WeakMap()

/**
 * A tree after a way through Go's JSON, as every JSON 6902 patch sends its target, patched or not in that place: numbers
 * become 64-bit floats (12345678901234567890 ends in 000), and strings lose the quotes that they do not need.
 */
export function asJson<N extends Node>(node: N): N
export function asJson(node: Node): Node {
  return convert(node, false)
}

function convert(node: Node, isFlow: boolean): Node {
  const known = isFlow ? convertedInFlow : converted
  if (known.has(node)) return known.get(node) ?? node
  const result = node.kind === 'scalar' ? scalarAsJson(roundTrip(node, isFlow)) : collectionAsJson(node, isFlow)
  known.set(node, result === node ? undefined : result)
  return result
}

function collectionAsJson(node: Exclude<Node, ScalarNode>, isFlow: boolean): Node {
  if (node.kind === 'map') return mapAsJson(node, isFlow)
  const { flow, ...rest } = node
  const items = node.items.map(item => convert(item, isFlow || flow === true))
  return !flow && items.every((item, i) => item === node.items[i]) ? node : { ...rest, items }
}

function mapAsJson(node: MapNode, isFlow: boolean): MapNode {
  const { flow, ...rest } = node
  let isChanged = flow === true
  const entries = new Map<string, MapEntry>()
  for (const [name, entry] of node.entries) {
    const value = convert(entry.value, isFlow || flow === true)
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

/** Not-a-number and infinity stay as they are: printing the resource refuses them. */
function numberAsJson(node: ScalarNode): ScalarNode {
  const value = readNumber(node.text)
  if (!Number.isFinite(value)) return node
  const text = formatGeneral(value)
  return withText(node, /[.e]/.test(text) ? 'float' : 'int', text)
}

function stringAsJson(node: ScalarNode, text: string): ScalarNode {
  const style = styleOf(text)
  if (node.tag === 'str' && node.text === text && node.style === style && !isMarked(node)) return node
  const { style: _, shared: __, untagged: ___, ...rest } = node
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
function isMarked({ shared, untagged }: ScalarNode): boolean {
  return shared === true || untagged === true
}
