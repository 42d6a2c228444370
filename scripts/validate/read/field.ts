import type { Path } from 'kustomize-ts'
import type { Resource } from '../../model/resource.ts'

/**
 * A value in a manifest together with the way to it. Any shape is read without harm: where the manifest has another
 * type than asked for, the answer is that nothing is there (the schema check says what is wrong).
 */
export interface Field {
  readonly value: unknown
  readonly key?: string | number
  readonly parent?: Field
}

export function fieldOf(resource: Resource, ...keys: Path): Field {
  return at({ value: resource.value }, ...keys)
}

/** The field below, whose value is undefined where the manifest has none. */
export function at(field: Field, ...keys: Path): Field {
  let parent = field
  for (const key of keys) parent = { value: childOf(parent.value, key), key, parent }
  return parent
}

/** What stands there, for who needs no way to it. */
function valueAt(field: Field, keys: Path): unknown {
  let { value } = field
  for (const key of keys) value = childOf(value, key)
  return value
}

function childOf(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether the manifest says anything here; null counts as nothing, as the API server has it. */
export function isSet(field: Field): boolean {
  return field.value !== undefined && field.value !== null
}

/** The items of a list; none where the field is no list. */
export function items(field: Field, ...keys: Path): readonly Field[] {
  const list = at(field, ...keys)
  return Array.isArray(list.value) ? list.value.map((value, key) => ({ value, key, parent: list })) : []
}

/** The values of a map; none where the field is no map. */
export function entries(field: Field, ...keys: Path): readonly Field[] {
  const map = at(field, ...keys)
  return isMap(map.value) ? Object.entries(map.value).map(([key, value]) => ({ value, key, parent: map })) : []
}

export function text(field: Field, ...keys: Path): string | undefined {
  const value = valueAt(field, keys)
  return typeof value === 'string' ? value : undefined
}

export function number(field: Field, ...keys: Path): number | undefined {
  const value = valueAt(field, keys)
  return typeof value === 'number' ? value : undefined
}

/** The strings of a map of strings, such as labels. */
export function texts(field: Field, ...keys: Path): Readonly<Record<string, string>> {
  return Object.fromEntries(
    entries(field, ...keys).flatMap(({ key, value }) => (typeof value === 'string' ? [[String(key), value]] : [])),
  )
}

export function pathOf(field: Field, ...keys: Path): Path {
  const path: (string | number)[] = [...keys].reverse()
  for (let current: Field | undefined = field; current?.key !== undefined; current = current.parent)
    path.push(current.key)
  return path.reverse()
}
