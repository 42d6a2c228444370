import { assertion, type Check, type KeywordContext } from '../schema.ts'

const dateTime = /^\d{4}-(\d\d)-(\d\d)[tT ](\d\d):(\d\d):(\d\d|60)(?:\.\d+)?(?:[zZ]|[+-](\d\d):?(\d\d)?)$/

function ofNumber(holds: (value: number, limit: number) => boolean) {
  return (limit: number, context: KeywordContext): Check =>
    assertion(context, value => typeof value !== 'number' || holds(value, limit))
}

/** Characters are code points, as JSON Schema counts them. */
function ofLength(holds: (length: number, limit: number) => boolean) {
  return (limit: number, context: KeywordContext): Check =>
    assertion(context, value => typeof value !== 'string' || holds([...value].length, limit))
}

/** Keywords about numbers and strings; a value of another type is none of their business. */
export const scalarKeywords = {
  minimum: ofNumber((value, limit) => value >= limit),
  maximum: ofNumber((value, limit) => value <= limit),
  exclusiveMinimum: ofNumber((value, limit) => value > limit),
  exclusiveMaximum: ofNumber((value, limit) => value < limit),
  minLength: ofLength((length, limit) => length >= limit),
  maxLength: ofLength((length, limit) => length <= limit),
  pattern(source: string, context: KeywordContext): Check {
    const pattern = new RegExp(source, 'u')
    return assertion(context, value => typeof value !== 'string' || pattern.test(value))
  },
  format(name: string, context: KeywordContext): Check {
    if (name !== 'date-time') throw new Error(`a schema has the format ${JSON.stringify(name)}, which is not known`)
    return assertion(context, value => typeof value !== 'string' || isDateTime(value))
  },
}

/** RFC 3339, as the API server reads a time. */
function isDateTime(text: string): boolean {
  const [, month = 0, day = 0, hour = 0, minute = 0] = (dateTime.exec(text) ?? []).map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 23 && minute <= 59
}
