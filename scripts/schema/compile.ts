import { listKeywords } from './keywords/list.ts'
import { logicKeywords } from './keywords/logic.ts'
import { mapKeywords } from './keywords/map.ts'
import { scalarKeywords } from './keywords/scalar.ts'
import { valueKeywords } from './keywords/value.ts'
import type { Check, Keyword, Schema } from './schema.ts'

/** These say what a value is; where one fails, nothing else about the value is worth telling. */
const decisive: Readonly<Record<string, Keyword>> = valueKeywords
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
  if (schema === false) return (value, path, report) => report({ path, value, keyword: 'false', schema: {} })
  let check: Check | undefined
  return (value, path, report) => {
    check ??= compileKeywords(schema as Schema, compile, resolve)
    check(value, path, report)
  }
}

function compileKeywords(
  schema: Schema,
  compile: (part: unknown) => Check,
  resolve: (reference: string) => Check,
): Check {
  const checksOf = (keywords: Readonly<Record<string, Keyword>>) =>
    Object.entries(keywords)
      .filter(([keyword]) => schema[keyword] !== undefined)
      .map(([keyword, make]) => make(schema[keyword] as never, { schema, keyword, compile, resolve }))
  refuseUnknown(schema)
  const first = checksOf(decisive)
  const rest = checksOf(others)
  return (value, path, report) => {
    let failed = false
    for (const check of first)
      check(value, path, error => {
        if (!failed) report(error)
        failed = true
      })
    if (!failed) for (const check of rest) check(value, path, report)
  }
}

function refuseUnknown(schema: Schema): void {
  const unknown = Object.keys(schema).find(key => !silent.test(key) && !(key in decisive) && !(key in others))
  if (unknown !== undefined) throw new Error(`a schema has the keyword ${JSON.stringify(unknown)}, which is not known`)
}
