import type { Definitions, Schema } from './json-schema.ts'

/** Smaller than this, in characters of JSON, a schema is shorter than what replaces it. */
const worthSharing = 200

/** Objects that occur more than once become definitions of their own (`shared.1`, `shared.2` …, in order of use). */
export function shareSchemas(definitions: Definitions): Definitions {
  const counts = new Map<string, number>()
  for (const definition of Object.values(definitions)) count(definition, counts)
  const names = new Map<string, string>()
  const shared: Record<string, Schema> = {}

  function replace(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(replace)
    if (typeof value !== 'object' || value === null) return value
    const replaced = () => Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replace(inner)]))
    if (!isShareable(value)) return replaced()
    const text = JSON.stringify(value)
    if ((counts.get(text) ?? 0) < 2) return replaced()
    let name = names.get(text)
    if (name === undefined) {
      name = `shared.${names.size + 1}`
      names.set(text, name)
      shared[name] = replaced() as Schema
    }
    return { $ref: `#/definitions/${name}` }
  }

  const top = Object.entries(definitions).map(([name, definition]) => [
    name,
    Object.fromEntries(Object.entries(definition).map(([key, inner]) => [key, replace(inner)])),
  ])
  return { ...Object.fromEntries(top), ...shared }
}

function count(value: unknown, counts: Map<string, number>): void {
  if (typeof value !== 'object' || value === null) return
  if (isShareable(value)) {
    const text = JSON.stringify(value)
    const seen = counts.get(text) ?? 0
    counts.set(text, seen + 1)
    // What lies inside a shared schema is counted once, with the schema.
    if (seen > 0) return
  }
  for (const inner of Object.values(value)) count(inner, counts)
}

function isShareable(value: object): boolean {
  const { type, properties } = value as Schema
  return properties !== undefined && type !== undefined && JSON.stringify(value).length >= worthSharing
}
