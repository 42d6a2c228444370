import { isDeepStrictEqual } from 'node:util'

/** A key with two different values; a side is undefined where the key is absent. */
export interface ChangedKey {
  readonly path: readonly string[]
  readonly before: unknown
  readonly after: unknown
}

/** The keys in which two settings differ, down to scalars and lists. */
export function listChangedKeys(before: unknown, after: unknown, path: readonly string[] = []): readonly ChangedKey[] {
  if (isDeepStrictEqual(before, after)) return []
  if (!isMap(before) && !isMap(after)) return [{ path, before, after }]
  const [old, young] = [before, after].map(side => (isMap(side) ? side : {}))
  const lost = [before, after].some(side => side !== undefined && !isMap(side))
  if (lost) return [{ path, before, after }]
  const keys = [...new Set([...Object.keys(old ?? {}), ...Object.keys(young ?? {})])].sort()
  return keys.flatMap(key => listChangedKeys(old?.[key], young?.[key], [...path, key]))
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
