import { isDeepStrictEqual } from 'node:util'
import { asMap } from '../schema.ts'

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  null: value => value === null,
  boolean: value => typeof value === 'boolean',
  string: value => typeof value === 'string',
  number: value => typeof value === 'number',
  integer: value => Number.isInteger(value),
  array: value => Array.isArray(value),
  object: value => asMap(value) !== undefined,
}

/** Whether a value is what a keyword wants. */
export type Test = (value: unknown) => boolean

/** Keywords about what a value is. When one fails, the others have nothing to add. */
export const valueKeywords = {
  type(allowed: string | readonly string[]): Test {
    const tests = [allowed].flat().map(name => types[name] ?? unknownType(name))
    const [only, ...others] = tests
    return only !== undefined && others.length === 0 ? only : value => tests.some(test => test(value))
  },
  const(only: unknown): Test {
    return value => isDeepStrictEqual(value, only)
  },
  enum(allowed: readonly unknown[]): Test {
    return value => allowed.includes(value) || allowed.some(one => isDeepStrictEqual(value, one))
  },
}

function unknownType(name: string): never {
  throw new Error(`a schema has the type ${JSON.stringify(name)}, which does not exist`)
}
