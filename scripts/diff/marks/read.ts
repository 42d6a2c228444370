import { formatFieldPath, type Path } from 'kustomize-ts'

/** The value at a path of plain data; undefined where something on the way is absent. */
export function read(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value)
}

export function readItems(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const items = read(value, ...path)
  return Array.isArray(items) ? items : []
}

export function startsWith(path: Path, start: readonly string[]): boolean {
  return start.every((key, index) => path[index] === key)
}

export const showPath = (path: Path): string => formatFieldPath(path.map(String))

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
