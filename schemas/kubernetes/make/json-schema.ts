/** What all schemas of the package declare; a reader that is told nothing would take them for another draft. */
export const draft = 'http://json-schema.org/draft-07/schema#'

/** A JSON Schema (draft-07) or an OpenAPI schema while it is being made: plain data. */
export interface Schema {
  readonly [keyword: string]: unknown
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly required?: readonly string[]
  readonly enum?: readonly unknown[]
}

export type Definitions = Readonly<Record<string, Schema>>
