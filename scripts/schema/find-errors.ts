import type { Check, SchemaError } from './schema.ts'

/**
 * What is wrong with a value. One cause, one error: of several that say something about the same part of it, or about
 * the same key of that part, the first stays.
 */
export function findErrors(check: Check, value: unknown): readonly SchemaError[] {
  const places = new Map<string, SchemaError>()
  check(value, undefined, error => {
    const place = JSON.stringify([error.path, error.key])
    if (!places.has(place)) places.set(place, error)
  })
  return [...places.values()]
}
