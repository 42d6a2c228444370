import type { Schema } from '../json-schema.ts'
import { scalars } from '../scalars.ts'

/** A field whose form one of the scalars describes. */
export const ref = (scalar: string): Schema => ({ $ref: `#/definitions/${scalar}` })

export const listOf = (items: Schema): Schema => ({ items })

/** A map whose keys have the form of a scalar; spelt out, since behind a $ref ajv's error would not name the key. */
export const mapOf = (key: string, value: Schema): Schema => ({
  propertyNames: scalars[key] ?? unknown(key),
  additionalProperties: value,
})

/** The rule of every selector: `operator` In and NotIn need values, the other operators forbid them. */
export const valuesFit = (...operators: readonly string[]): Schema => ({
  if: { properties: { operator: { enum: operators } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { required: ['values'], properties: { values: { type: 'array', minItems: 1 } } },
  else: { properties: { values: { type: ['array', 'null'], maxItems: 0 } } },
})

/** That a list is there, with something in it. */
export const holds = (list: string): Schema => ({
  required: [list],
  properties: { [list]: { type: 'array', minItems: 1 } },
})

/** That one of some maps is there; `title` says so in words. */
export const oneIsThere = (title: string, ...keys: readonly string[]): Schema => ({
  title,
  anyOf: keys.map(key => ({ required: [key], properties: { [key]: { type: 'object' } } })),
})

function unknown(scalar: string): never {
  throw new Error(`there is no scalar ${scalar}`)
}
