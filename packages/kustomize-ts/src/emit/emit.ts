import type { MapNode, Node, ScalarNode, SeqNode } from '../model/node.ts'
import { compareKeys } from './compare-keys.ts'
import { roundTrip } from './round-trip.ts'
import { writeScalar } from './write-scalar.ts'
import { isKnownWord, writeText } from './write-text.ts'

/** The bytes that `kustomize build` prints for one resource. For one of which `findUnwritable` says nothing. */
export function emitResource(root: MapNode): string {
  return root.entries.size === 0 ? '{}\n' : writeMap(root, 0, false)
}

/** The whole output of a build: documents with `---` between them. */
export function emitResources(roots: readonly MapNode[]): string {
  return roots.map(emitResource).join('---\n')
}

/** All entries, each with its line end; the first starts where the writer is, the others at `indent`. */
function writeMap(node: MapNode, indent: number, isFlow: boolean): string {
  const margin = ' '.repeat(indent)
  const inner = isFlow || node.flow === true
  let text = ''
  for (const key of sortedKeys(node)) {
    const entry = node.entries.get(key)
    if (entry === undefined) continue
    text += (text === '' ? '' : margin) + writeEntry(key, entry.value, indent, inner)
  }
  return text
}

/** Orders of keys, by the keys as they were: objects of one type mostly have the same. */
const keyOrders = new Map<string, readonly string[]>()
const mostOrders = 10_000
const mostKeys = 30

function sortedKeys(node: MapNode): readonly string[] {
  const keys = [...node.entries.keys()]
  if (keys.length < 2 || keys.length > mostKeys) return keys.sort(compareKeys)
  const shape = keys.join('\n')
  const known = keyOrders.get(shape)
  // A line feed may be part of a key.
  if (known?.length === keys.length && known.every(key => node.entries.has(key))) return known
  keys.sort(compareKeys)
  if (keyOrders.size < mostOrders) keyOrders.set(shape, keys)
  return keys
}

function writeEntry(key: string, value: Node, indent: number, isFlow: boolean): string {
  if (!isSimpleKey(key)) return writeComplexEntry(key, value, indent, isFlow)
  const head = `${isKnownWord(key) ? key : writeText(key, { column: indent, indent: indent + 2, isKey: true })}:`
  if (value.kind === 'scalar') {
    return `${head} ${writeLine(value, indent + head.length + 1, indent + 2, isFlow)}`
  }
  if (isEmpty(value)) return `${head} ${value.kind === 'map' ? '{}' : '[]'}\n`
  if (value.kind === 'seq') return `${head}\n${' '.repeat(indent)}${writeItems(value, indent, isFlow)}`
  return `${head}\n${' '.repeat(indent + 2)}${writeMap(value, indent + 2, isFlow)}`
}

/** A key with line breaks or of more than 128 bytes needs the `? key` form. */
function isSimpleKey(key: string): boolean {
  if (key.length > 42 && Buffer.byteLength(key) > 128) return false
  return !/[\n\r\x85\u2028\u2029]/.test(key)
}

function writeComplexEntry(key: string, value: Node, indent: number, isFlow: boolean): string {
  const keyText = endLine(writeText(key, { column: indent + 2, indent: indent + 2, isKey: false }))
  return `? ${keyText}${' '.repeat(indent)}: ${writeInline(value, indent, isFlow)}`
}

function writeItems(node: SeqNode, indent: number, isFlow: boolean): string {
  const inner = isFlow || node.flow === true
  return node.items.map(item => `- ${writeInline(item, indent, inner)}`).join(' '.repeat(indent))
}

/** A value that begins two columns behind an indicator in the same line. */
function writeInline(value: Node, indent: number, isFlow: boolean): string {
  if (value.kind === 'scalar') return writeLine(value, indent + 2, indent + 2, isFlow)
  if (isEmpty(value)) return value.kind === 'map' ? '{}\n' : '[]\n'
  return value.kind === 'map' ? writeMap(value, indent + 2, isFlow) : writeItems(value, indent + 2, isFlow)
}

function isEmpty(node: MapNode | SeqNode): boolean {
  return node.kind === 'map' ? node.entries.size === 0 : node.items.length === 0
}

function writeLine(node: ScalarNode, column: number, indent: number, isFlow: boolean): string {
  const read = roundTrip(node, isFlow)
  return endLine(writeScalar(read, { column, indent, isKey: false }))
}

/** A literal brings its own line end; so, to the emitter, do the exotic line breaks. */
function endLine(text: string): string {
  return /[\n\u2028\u2029]$/.test(text) ? text : `${text}\n`
}
