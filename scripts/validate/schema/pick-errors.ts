import type { SchemaError } from './schema.ts'

/** One cause, one error: of several that say something about the same value, or the same key of it, the first stays. */
export function pickErrors(errors: readonly SchemaError[]): readonly SchemaError[] {
  const places = new Map<string, SchemaError>()
  for (const error of errors) {
    const place = JSON.stringify([error.path, error.key])
    if (!places.has(place)) places.set(place, error)
  }
  return [...places.values()]
}
