import type { MapNode, Node, SeqNode } from '../model/node.ts'

export type Container = MapNode | SeqNode

/** A JSON pointer: the container that it leads to, and the key in it. */
export interface Pointer {
  readonly parents: readonly string[]
  readonly key: string
}

/** Undefined for text without a slash. What stands before the first slash does not count. */
export function parsePointer(text: string): Pointer | undefined {
  const [, ...parts] = text.split('/')
  const key = parts.pop()
  return key === undefined ? undefined : { parents: parts.map(decodePart), key: decodePart(key) }
}

function decodePart(part: string): string {
  return part.replace(/~[01]/g, code => (code === '~1' ? '/' : '~'))
}

/** The map or list at the end of these keys; undefined where there is none. */
export function findContainer(root: Container, parents: readonly string[]): Container | undefined {
  let container: Container | undefined = root
  for (const part of parents) {
    const child: Node | undefined = container && getChild(container, part)
    container = child?.kind === 'scalar' ? undefined : child
  }
  return container
}

export function getChild(container: Container, part: string): Node | undefined {
  if (container.kind === 'map') return container.entries.get(part)?.value
  const index = readIndex(part, container.items.length)
  return index === undefined ? undefined : container.items[index]
}

/** An index below `length`; negative ones count from the end. Undefined for all other text. */
export function readIndex(part: string, length: number): number | undefined {
  if (!/^[-+]?\d+$/.test(part)) return undefined
  const index = Number(part) < 0 ? Number(part) + length : Number(part)
  return index >= 0 && index < length ? index : undefined
}

/** The tree with another container at the end of these keys, which lead to one. */
export function exchangeContainer(root: Container, parents: readonly string[], container: Container): Container {
  const [part, ...rest] = parents
  if (part === undefined) return container
  const child = getChild(root, part)
  return child === undefined || child.kind === 'scalar'
    ? root
    : exchangeChild(root, part, exchangeContainer(child, rest, container))
}

/** The container with another value in place of one that it has. */
export function exchangeChild(container: Container, part: string, value: Node): Container {
  if (container.kind === 'seq') {
    const index = readIndex(part, container.items.length)
    return { ...container, items: container.items.map((item, i) => (i === index ? value : item)) }
  }
  const key = container.entries.get(part)?.key ?? value.at
  return { ...container, entries: new Map(container.entries).set(part, { key, value }) }
}
