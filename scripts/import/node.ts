import { type Node, nodeAt, type Path, type Position, positionOf, type ScalarNode } from 'kustomize-ts'

/** The text of a scalar; undefined where there is none, or null. */
export function textAt(node: Node | undefined, ...path: Path): string | undefined {
  const found = scalarAt(node, ...path)
  return found === undefined || found.tag === 'null' ? undefined : found.text
}

export function scalarAt(node: Node | undefined, ...path: Path): ScalarNode | undefined {
  const found = node && nodeAt(node, path)
  return found?.kind === 'scalar' ? found : undefined
}

export function numberAt(node: Node | undefined, ...path: Path): number | undefined {
  const text = textAt(node, ...path)
  return text === undefined || text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text)
}

export function itemsAt(node: Node | undefined, ...path: Path): readonly Node[] {
  const found = node && nodeAt(node, path)
  return found?.kind === 'seq' ? found.items : []
}

/** The keys of a map with their values. */
export function entriesAt(node: Node | undefined, ...path: Path): readonly (readonly [string, Node])[] {
  const found = node && nodeAt(node, path)
  return found?.kind === 'map' ? [...found.entries].map(([key, { value }]) => [key, value] as const) : []
}

export function has(node: Node | undefined, ...path: Path): boolean {
  return node !== undefined && nodeAt(node, path) !== undefined
}

/** Where a value stands, or, where it is missing, the key of the nearest object that lacks it. */
export function placeOf(node: Node, ...path: Path): Position {
  const { file, line, column } = positionOf(node, path)
  return { file, line, column }
}

export function keyPlaceOf(node: Node, ...path: Path): Position {
  const { file, line, column } = positionOf(node, path, 'key')
  return { file, line, column }
}
