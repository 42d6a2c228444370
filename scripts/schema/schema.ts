import type { Path } from 'kustomize-ts'

/** A JSON Schema (draft-07) as parsed JSON. Only `true` and `false` are schemas besides. */
export type Schema = Readonly<Record<string, unknown>>

/** One thing in a value that its schema does not allow. */
export interface SchemaError {
  readonly path: Path
  readonly value: unknown
  /** The keyword that is not fulfilled, and the schema object it stands in. */
  readonly keyword: string
  readonly schema: Schema
  /** The key of the value that it is about: one that is missing, unknown or wrongly spelt. */
  readonly key?: string
}

/** Reports what is wrong with a value at its path. */
export type Check = (value: unknown, path: Path, report: (error: SchemaError) => void) => void

/** What a keyword needs to become a check. */
export interface KeywordContext {
  /** The schema object in which the keyword stands. */
  readonly schema: Schema
  readonly keyword: string
  /** The check of a schema that stands below. */
  compile(schema: unknown): Check
  /** The check behind a `$ref`. */
  resolve(reference: string): Check
}

/** Makes the check of one keyword; `argument` is what the schema says behind it. */
export type Keyword = (argument: never, context: KeywordContext) => Check

export function isValid(check: Check, value: unknown): boolean {
  let valid = true
  check(value, [], () => {
    valid = false
  })
  return valid
}

/** The map that a value is, if it is one. */
export function asMap(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isMap ? (value as Readonly<Record<string, unknown>>) : undefined
}

/** A check that says yes or no. */
export function assertion(context: KeywordContext, holds: (value: unknown) => boolean): Check {
  const { keyword, schema } = context
  return (value, path, report) => {
    if (!holds(value)) report({ path, value, keyword, schema })
  }
}
