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

/** The way to a value: its key, and the way to what has it; undefined for the whole. A path is made only for an error. */
export type Trail = { readonly parent: Trail; readonly key: string | number } | undefined

export function pathOf(trail: Trail): Path {
  return trail === undefined ? [] : [...pathOf(trail.parent), trail.key]
}

/** Reports what is wrong with the value at the end of a trail. */
export type Check = (value: unknown, trail: Trail, report: (error: SchemaError) => void) => void

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
  check(value, undefined, () => {
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
  return (value, trail, report) => {
    if (!holds(value)) report({ path: pathOf(trail), value, keyword, schema })
  }
}
