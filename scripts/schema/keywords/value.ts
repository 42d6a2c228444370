import { isDeepStrictEqual } from 'node:util'
import { asMap, assertion, type Check, type KeywordContext } from '../schema.ts'

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  null: value => value === null,
  boolean: value => typeof value === 'boolean',
  string: value => typeof value === 'string',
  number: value => typeof value === 'number',
  integer: value => Number.isInteger(value),
  array: value => Array.isArray(value),
  object: value => asMap(value) !== undefined,
}

/** Keywords about what a value is. When one fails, the others have nothing to add. */
export const valueKeywords = {
  type(allowed: string | readonly string[], context: KeywordContext): Check {
    const tests = [allowed].flat().map(name => types[name] ?? unknownType(name))
    return assertion(context, value => tests.some(test => test(value)))
  },
  const(only: unknown, context: KeywordContext): Check {
    return assertion(context, value => isDeepStrictEqual(value, only))
  },
  enum(allowed: readonly unknown[], context: KeywordContext): Check {
    return assertion(context, value => allowed.some(one => isDeepStrictEqual(value, one)))
  },
}

function unknownType(name: string): never {
  throw new Error(`a schema has the type ${JSON.stringify(name)}, which does not exist`)
}
