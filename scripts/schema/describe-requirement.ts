import { quote } from './quote.ts'
import type { Schema, SchemaError } from './schema.ts'

const typeNames: Readonly<Record<string, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
}

type Describe = (schema: Schema) => string

/** What the value is not, or what is wrong with it, for each keyword that can fail by itself. */
const requirements: Readonly<Record<string, Describe>> = {
  type: ({ type }) =>
    `not ${[type]
      .flat()
      .flatMap(name => typeNames[String(name)] ?? [])
      .join(' or ')}`,
  const: schema => `not ${quote(schema.const)}`,
  enum: schema =>
    `not one of ${[schema.enum]
      .flat()
      .filter(one => one !== null)
      .map(quote)
      .join(', ')}`,
  not: () => 'which is not allowed here',
  anyOf: () => 'which fits none of the forms that are allowed here',
  oneOf: () => 'which does not fit exactly one of the forms that are allowed here',
  pattern: ({ pattern }) => `which does not match ${pattern}`,
  format: ({ format }) => `not a ${format}`,
  minimum: ({ minimum }) => `less than ${minimum}`,
  maximum: ({ maximum }) => `more than ${maximum}`,
  exclusiveMinimum: ({ exclusiveMinimum }) => `not more than ${exclusiveMinimum}`,
  exclusiveMaximum: ({ exclusiveMaximum }) => `not less than ${exclusiveMaximum}`,
  minLength: ({ minLength }) => `shorter than ${minLength} characters`,
  maxLength: ({ maxLength }) => `longer than ${maxLength} characters`,
  minItems: ({ minItems }) => (minItems === 1 ? 'which is empty' : `which has fewer than ${minItems} items`),
  maxItems: ({ maxItems }) => `which has more than ${maxItems} items`,
  minProperties: ({ minProperties }) =>
    minProperties === 1 ? 'which is empty' : `which has fewer than ${minProperties} keys`,
  maxProperties: ({ maxProperties }) => `which has more than ${maxProperties} keys`,
  uniqueItems: () => 'in which an item stands twice',
}

/** Of a value that is of the right kind these tell more than what kind that is. */
const telling: readonly string[] = ['not', 'minItems', 'maxItems', 'minProperties', 'maxProperties', 'uniqueItems']

/** A schema that has a title says with it what is wanted; most keywords alone tell only what failed. */
export function describeRequirement({ keyword, schema }: SchemaError): string {
  if (typeof schema.title === 'string' && !telling.includes(keyword)) return `not ${schema.title}`
  return requirements[keyword]?.(schema) ?? 'which is not allowed here'
}
