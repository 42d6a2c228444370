/** Values by key, of which those that nobody has asked for the longest go when all together become too heavy. */
export interface Recent<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
}

/** `weigh` says what a value counts towards the budget. A single value that is heavier is kept until the next comes. */
export function createRecent<Value>(budget: number, weigh: (value: Value) => number): Recent<Value> {
  /** The order of a map's keys is that in which they were set: the first are the oldest. */
  const values = new Map<string, Value>()
  let weight = 0
  const drop = (key: string, value: Value) => {
    values.delete(key)
    weight -= weigh(value)
  }
  return {
    get(key) {
      const value = values.get(key)
      if (value === undefined) return undefined
      values.delete(key)
      values.set(key, value)
      return value
    },
    set(key, value) {
      const old = values.get(key)
      if (old !== undefined) drop(key, old)
      for (const [oldest, other] of values) {
        if (weight + weigh(value) <= budget) break
        drop(oldest, other)
      }
      values.set(key, value)
      weight += weigh(value)
    },
  }
}
