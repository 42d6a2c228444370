/** `compute`, worked out once for each object that it is asked about. Sound because units, resources and views never change. */
export function memoize<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return key => {
    const found = known.get(key)
    if (found) return found.value
    const value = compute(key)
    known.set(key, { value })
    return value
  }
}

/** The same for a text: a file that many clusters have is read once. */
export function memoizeText<Value>(compute: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>()
  return text => {
    const found = known.get(text) ?? { value: compute(text) }
    known.set(text, found)
    return found.value
  }
}
