import { isDeepStrictEqual } from 'node:util'
import { assertion, type Check, type KeywordContext } from '../schema.ts'

function ofLength(holds: (length: number, limit: number) => boolean) {
  return (limit: number, context: KeywordContext): Check =>
    assertion(context, value => !Array.isArray(value) || holds(value.length, limit))
}

/** Keywords about lists; another value is none of their business. */
export const listKeywords = {
  minItems: ofLength((length, limit) => length >= limit),
  maxItems: ofLength((length, limit) => length <= limit),
  items(schema: unknown, { compile }: KeywordContext): Check {
    const check = compile(schema)
    return (value, trail, report) => {
      if (Array.isArray(value)) for (const [key, item] of value.entries()) check(item, { parent: trail, key }, report)
    }
  },
  uniqueItems(isAsked: boolean, context: KeywordContext): Check {
    return assertion(context, value => !isAsked || !Array.isArray(value) || !value.some(isSecond))
  },
}

function isSecond(item: unknown, index: number, items: readonly unknown[]): boolean {
  return items.findIndex(other => isDeepStrictEqual(other, item)) < index
}
