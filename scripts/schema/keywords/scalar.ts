import { assertion, type Check, type KeywordContext } from '../schema.ts'

const dateTime =
  /^(\d{4})-(\d\d)-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

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
    const pattern = patternOf(source)
    return assertion(context, value => typeof value !== 'string' || pattern.test(value))
  },
  format(name: string, context: KeywordContext): Check {
    if (name !== 'date-time') throw new Error(`a schema has the format ${JSON.stringify(name)}, which is not known`)
    return assertion(context, value => typeof value !== 'string' || isDateTime(value))
  },
}

/** RFC 3339 as Go's time.Parse reads it for the API server: capital letters, no leap second, a day that the month has. */
function isDateTime(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (dateTime.exec(text) ?? []).map(Number)
  return month >= 1 && month <= 12 && day >= 1 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day
}

const patterns = new Map<string, RegExp>()

/** Many fields have the same form; compiling a pattern costs more than many matches. */
function patternOf(source: string): RegExp {
  const pattern = patterns.get(source) ?? new RegExp(source, 'u')
  patterns.set(source, pattern)
  return pattern
}
