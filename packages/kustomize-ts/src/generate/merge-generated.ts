import type { Item } from '../model/item.ts'
import type { MapEntry, MapNode, Node } from '../model/node.ts'
import type { Position } from '../model/position.ts'
import { makeField } from '../node/make-field.ts'
import { childAt, nodeAt } from '../node/node-at.ts'
import { removeEntry, replaceText, setBy, setEntry } from '../node/set-text.ts'
import { identify } from '../read/identify.ts'

/**
 * A generated object in place of an old one: with the old one's name, namespace and history, the labels and annotations
 * of both, and with `mergeData` the data of both (the new one's win). Everything else is the new one's, a Secret's
 * type among it.
 */
export function mergeGenerated(old: Item, made: Item, mergeData: boolean): Item {
  let { root } = made
  for (const field of ['labels', 'annotations']) root = mergeTexts(old.root, root, ['metadata', field])
  if (mergeData) for (const field of ['data', 'binaryData']) root = mergeTexts(old.root, root, [field])
  const { name, namespace } = identify(old.root)
  const nameAt = nodeAt(made.root, ['metadata', 'name'])?.at ?? made.root.at
  root = setUntyped(root, 'name', name, nameAt)
  const namespaceAt = nodeAt(old.root, ['metadata', 'namespace'])?.at ?? nameAt
  root = namespace === undefined ? removeNamespace(root) : setUntyped(root, 'namespace', namespace, namespaceAt)
  const { origin } = mergeData ? old : made
  return { ...old, root, needsHash: old.needsHash && made.needsHash, ...(origin === undefined ? {} : { origin }) }
}

/** Sets a text as kustomize does, whatever type it has by its look. */
function setUntyped(root: MapNode, key: string, text: string, at: Position): MapNode {
  const metadata = childAt(root, 'metadata')
  if (metadata?.kind !== 'map') return root
  const old = childAt(metadata, key)
  const value = old ? replaceText(old, text, at) : makeField(text, at)
  return setEntry(root, 'metadata', setEntry(metadata, key, value, at), at)
}

function removeNamespace(root: MapNode): MapNode {
  const metadata = root.entries.get('metadata')
  if (metadata?.value.kind !== 'map') return root
  return setEntry(root, 'metadata', removeEntry(metadata.value, 'namespace'), metadata.value.at)
}

/** The entries of both maps at a path, all of them strings, since kustomize takes such maps for maps of strings. */
function mergeTexts(old: MapNode, made: MapNode, path: readonly string[]): MapNode {
  const entries = new Map([...textEntries(nodeAt(old, path)), ...textEntries(nodeAt(made, path))])
  const [first = '', second] = path
  if (second === undefined) return putMap(made, first, entries)
  const parent = childAt(made, first)
  if (parent?.kind !== 'map') return made
  return setEntry(made, first, putMap(parent, second, entries), made.at)
}

function putMap(parent: MapNode, key: string, entries: ReadonlyMap<string, MapEntry>): MapNode {
  if (entries.size === 0) return removeEntry(parent, key)
  const at = parent.entries.get(key)?.value.at ?? setBy(parent.at, undefined)
  return setEntry(parent, key, { kind: 'map', entries, at }, parent.at)
}

function textEntries(node: Node | undefined): readonly (readonly [string, MapEntry])[] {
  if (node?.kind !== 'map') return []
  return [...node.entries].map(([key, entry]) => [key, { key: entry.key, value: asText(entry.value) }])
}

function asText(node: Node): Node {
  if (node.kind !== 'scalar') return { kind: 'scalar', tag: 'str', text: '', at: node.at }
  return node.tag === 'str' ? node : { kind: 'scalar', tag: 'str', text: node.text, at: node.at }
}
