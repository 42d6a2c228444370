import { listKeywords } from './keywords/list.ts'
import { logicKeywords } from './keywords/logic.ts'
import { mapKeywords } from './keywords/map.ts'
import { scalarKeywords } from './keywords/scalar.ts'
import { type Test, valueKeywords } from './keywords/value.ts'
import { type Check, type Keyword, pathOf, type Schema } from './schema.ts'

/** These say what a value is; where one fails, nothing else about the value is worth telling. */
const decisive: Readonly<Record<string, (argument: never) => Test>> = valueKeywords
const others: Readonly<Record<string, Keyword>> = {
  ...scalarKeywords,
  ...listKeywords,
  ...mapKeywords,
  ...logicKeywords,
}

/** What checks nothing by itself: texts, and what `if` and `$ref` look up. */
const silent = /^(\$schema|\$id|title|description|default|examples|definitions|\$defs|then|else|x-.*)$/

/**
 * Makes the check of a schema (draft-07). Nothing is done for a part of the schema before a value comes to it, so that
 * a run pays for the fields that it sees and not for the many that Kubernetes has. A keyword that is not known here is
 * a bug in the schema and thrown: passing over it would call a value right that nobody checked.
 */
export function compileSchema(schema: unknown, resolve: (reference: string) => Check): Check {
  const compile = (part: unknown) => compileSchema(part, resolve)
  if (schema === true) return () => {}
  if (schema === false)
    return (value, trail, report) => report({ path: pathOf(trail), value, keyword: 'false', schema: {} })
  let check: Check | undefined
  return (value, trail, report) => {
    check ??= compileKeywords(schema as Schema, compile, resolve)
    check(value, trail, report)
  }
}

function compileKeywords(
  schema: Schema,
  compile: (part: unknown) => Check,
  resolve: (reference: string) => Check,
): Check {
  refuseUnknown(schema)
  const tests = Object.entries(decisive)
    .filter(([keyword]) => schema[keyword] !== undefined)
    .map(([keyword, make]) => ({ keyword, holds: make(schema[keyword] as never) }))
  const checks = Object.entries(others)
    .filter(([keyword]) => schema[keyword] !== undefined)
    .map(([keyword, make]) => make(schema[keyword] as never, { schema, keyword, compile, resolve }))
  return (value, trail, report) => {
    for (const { keyword, holds } of tests)
      if (!holds(value)) return report({ path: pathOf(trail), value, keyword, schema })
    for (const check of checks) check(value, trail, report)
  }
}

function refuseUnknown(schema: Schema): void {
  const unknown = Object.keys(schema).find(key => !silent.test(key) && !(key in decisive) && !(key in others))
  if (unknown !== undefined) throw new Error(`a schema has the keyword ${JSON.stringify(unknown)}, which is not known`)
}
