import type { MapNode, Node, Provenance, ScalarNode, SeqNode } from 'kustomize-ts'

/** Makes nodes whose every place is one of a file that a person wrote. */
export function mapOf(at: Provenance, entries: Readonly<Record<string, Entry | undefined>>): MapNode {
  const present = Object.entries(entries).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  )
  return { kind: 'map', at, entries: new Map(present.map(([key, value]) => [key, entryOf(value)])) }
}

/** A value, with the place of its key where that is another one. */
type Entry = Node | { readonly key: Provenance; readonly value: Node }

function entryOf(value: Entry) {
  return 'kind' in value ? { key: value.at, value } : value
}

export function seqOf(at: Provenance, items: readonly Node[]): SeqNode {
  return { kind: 'seq', at, items }
}

export function textOf(text: string, at: Provenance): ScalarNode {
  return { kind: 'scalar', tag: 'str', text, at }
}

export function numberOf(value: number, at: Provenance): ScalarNode {
  return { kind: 'scalar', tag: 'int', text: String(value), at }
}

/** The text of a whole file, each of whose lines stands where it does in the file. */
export function fileOf(file: string, text: string): ScalarNode {
  const at = { file, line: 1, column: 1 }
  return { kind: 'scalar', tag: 'str', text, style: 'literal', at, content: at }
}

/** A part of a scalar's text: where the text is written as it is, at its own place. */
export function partOf({ text, at, style }: ScalarNode, start: number, end = text.length): ScalarNode {
  const quotes = style === 'quoted' ? 1 : 0
  return textOf(text.slice(start, end).trim(), { ...at, column: at.column + start + quotes })
}

export function childOf(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.value : undefined
}

/** A child with the place of its key. */
export function entryAt(node: Node, key: string): { readonly key: Provenance; readonly value: Node } | undefined {
  return node.kind === 'map' ? node.entries.get(key) : undefined
}

export function childText(node: Node | undefined, key: string): string | undefined {
  const child = childOf(node, key)
  return child?.kind === 'scalar' && child.tag !== 'null' ? child.text : undefined
}

/** The items of a list, or the one that stands there without a list. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  if (node === undefined) return []
  return node.kind === 'seq' ? node.items : [node]
}

export function scalarsOf(node: Node | undefined): readonly ScalarNode[] {
  return itemsOf(node).filter(item => item.kind === 'scalar')
}

export function entriesOf(node: Node | undefined): readonly (readonly [string, Node, Provenance])[] {
  return node?.kind === 'map' ? [...node.entries].map(([name, { value, key }]) => [name, value, key] as const) : []
}
