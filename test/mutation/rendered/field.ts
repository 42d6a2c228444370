import type { Manifest } from '../../../scripts/model/resource.ts'

/** Map keys and list indexes; behind the key of a text that is JSON, they go on in what it says. */
export type FieldPath = readonly (string | number)[]

/** One place in an object that a mutant can change. */
export interface Field {
  readonly path: FieldPath
  readonly value: unknown
}

/** Every field of an object, itself first; `config.json` in a ConfigMap is read as the JSON that it is. */
export function listFields(manifest: Manifest): readonly Field[] {
  return [...walk(manifest, [])]
}

function* walk(value: unknown, path: FieldPath): Generator<Field> {
  yield { path, value }
  for (const [key, child] of childrenOf(openText(value, path))) yield* walk(child, [...path, key])
}

function childrenOf(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return [...value.entries()]
  return isMap(value) ? Object.entries(value) : []
}

/** The JSON inside of a text; any other value is its own. */
export function openText(value: unknown, path: FieldPath): unknown {
  return isJsonText(value, path) ? JSON.parse(value) : value
}

export function isJsonText(value: unknown, path: FieldPath): value is string {
  return path.length === 2 && path[0] === 'data' && path[1] === 'config.json' && typeof value === 'string'
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The path of all fields of one kind: `spec.ports[].port`. */
export function formatKind(path: FieldPath): string {
  return path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[]` : text ? `${text}.${key}` : key), '')
}

/** `spec.ports[1].port`. */
export function formatPlace(path: FieldPath): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${key}` : key),
    '',
  )
}
