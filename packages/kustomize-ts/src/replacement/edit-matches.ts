import type { MapNode, Node, ScalarNode, SeqNode } from '../model/node.ts'
import type { Position } from '../model/position.ts'
import { makeUntyped, setEntry } from '../node/set-text.ts'
import { writeMatchText } from './match-text.ts'

/** A walk along a path to the fields that a replacement sets. */
export interface FieldWalk {
  readonly path: readonly string[]
  /** The new value of a field; undefined after `fail`. */
  set: (node: Node) => Node
  /** The kind of the value, where fields that are missing are made; undefined where they are not. */
  readonly create: Node['kind'] | undefined
  /** The place of the value. */
  readonly by: Position
  /** The place of the path, which gives missing maps, lists and elements their form. */
  readonly pathAt: Position
  readonly compile: (pattern: string) => ((text: string) => boolean) | undefined
  /** The YAML or JSON document that a text holds. */
  readonly parse: (text: ScalarNode) => Node | undefined
  matches: number
  /** Why the path cannot be followed; the first reason counts. */
  failure: string | undefined
}

/**
 * Sets every field that the walk's path leads to. An element of the path is a map key, a list index, `[key=value]` (its
 * value a regular expression), `[=value]`, or `*` for all of a list.
 */
export function editMatches(node: Node, walk: FieldWalk, index = 0): Node {
  const part = walk.path[index]
  if (part === undefined) {
    walk.matches += 1
    return walk.set(node)
  }
  if (/^\+?\d+$/.test(part)) return editIndex(node, Number(part), walk, index)
  if (isElementMatch(part)) return editElements(node, part, walk, index)
  if (part === '*') return editEvery(node, walk, index)
  return editKey(node, part, walk, index)
}

export function isElementMatch(part: string): boolean {
  return part.startsWith('[') && part.endsWith(']')
}

function editKey(node: Node, key: string, walk: FieldWalk, index: number): Node {
  if (isNull(node)) return node
  if (node.kind !== 'map') return fail(node, `it has a ${node.kind} where the path has the key "${key}"`, walk)
  const child = node.entries.get(key)?.value ?? makeMissing(walk, index)
  if (child === undefined) return node
  if (child.kind === 'scalar' && index + 1 < walk.path.length) {
    followText(child, walk, index)
    return node
  }
  return putChild(node, key, editMatches(child, walk, index + 1), walk)
}

/** In text behind a list's elements kustomize sets the field of a copy: it is found, and nothing changes. */
function followText(text: ScalarNode, walk: FieldWalk, index: number): void {
  const document = isNull(text) ? undefined : walk.parse(text)
  if (document !== undefined) editMatches(document, walk, index + 1)
}

function putChild(node: MapNode, key: string, child: Node, walk: FieldWalk): Node {
  return walk.failure === undefined ? setEntry(node, key, child, walk.pathAt) : node
}

function editIndex(node: Node, position: number, walk: FieldWalk, index: number): Node {
  const list = asList(node, walk)
  if (list === undefined) return node
  const made = position === list.items.length ? makeMissing(walk, index) : undefined
  const items = made === undefined ? list.items : [...list.items, made]
  const item = items[position]
  if (item === undefined) return fail(node, `index ${position} specified but only ${items.length} elements found`, walk)
  const edited = editMatches(item, walk, index + 1)
  return { ...list, items: items.map((other, at) => (at === position ? edited : other)) }
}

function editEvery(node: Node, walk: FieldWalk, index: number): Node {
  const list = asList(node, walk)
  if (list === undefined) return node
  return { ...list, items: list.items.map(item => editMatches(item, walk, index + 1)) }
}

function editElements(node: Node, part: string, walk: FieldWalk, index: number): Node {
  const list = asList(node, walk)
  const [key, ...rest] = part.slice(1, -1).split('=')
  const pattern = rest.join('=')
  if (key === undefined || rest.length === 0) return fail(node, `"${part}" is not [key=value]`, walk)
  const matches = walk.compile(pattern)
  if (list === undefined || matches === undefined) return node
  const before = walk.matches
  const items = list.items.map(item => (isMatch(item, key, matches) ? editElement(item, key, walk, index) : item))
  if (walk.matches > before || walk.create === undefined || walk.failure !== undefined) return { ...list, items }
  return { ...list, items: [...items, editElement(makeElement(key, pattern, walk), key, walk, index)] }
}

/** A path ends at an element of a list of scalars, whatever stands behind it. */
function editElement(item: Node, key: string, walk: FieldWalk, index: number): Node {
  return editMatches(item, walk, key === '' ? walk.path.length : index + 1)
}

function isMatch(item: Node, key: string, matches: (text: string) => boolean): boolean {
  if (key === '') return matches(writeMatchText(item))
  const value = item.kind === 'map' ? item.entries.get(key)?.value : undefined
  return value !== undefined && matches(writeMatchText(value))
}

function makeElement(key: string, text: string, walk: FieldWalk): Node {
  const value = makeUntyped(text, walk.pathAt)
  return key === '' ? value : { kind: 'map', entries: new Map([[key, { key: walk.pathAt, value }]]), at: walk.pathAt }
}

/** What a created path has at `index`, by what follows there. */
function makeMissing(walk: FieldWalk, index: number): Node | undefined {
  if (walk.create === undefined) return undefined
  const next = walk.path[index + 1]
  const kind = next === undefined ? walk.create : isElementMatch(next) || /^\+?\d+$/.test(next) ? 'seq' : 'map'
  if (kind === 'scalar') return makeUntyped('', walk.pathAt)
  return kind === 'map' ? { kind, entries: new Map(), at: walk.pathAt } : { kind, items: [], at: walk.pathAt }
}

function asList(node: Node, walk: FieldWalk): SeqNode | undefined {
  if (node.kind === 'seq') return node
  if (!isNull(node)) fail(node, `it has a ${node.kind} where the path needs a list`, walk)
  return undefined
}

function fail(node: Node, reason: string, walk: FieldWalk): Node {
  walk.failure ??= reason
  return node
}

function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.tag === 'null'
}
