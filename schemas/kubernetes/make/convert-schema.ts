import { celSchema } from './cel-schema.ts'
import type { Schema } from './json-schema.ts'

/**
 * A field that may be absent may be null too: the API server drops both. A required field or an item of a list may not. Of
 * a custom resource a POST drops null, while server-side apply, with which Flux applies everything, refuses it, unless the
 * field has a default.
 */
export type Use = 'optional' | 'strict' | 'defaulted'

const int32 = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }
const int64 = { minimum: -(2 ** 63), exclusiveMaximum: 2 ** 63 }

/** What carries over as it is. Branches of a CRD's anyOf, oneOf … only add conditions, so they are never closed. */
const kept = new Set([
  ...['title', 'type', 'enum', 'const', 'pattern', 'minLength', 'maxLength'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ...['minItems', 'maxItems', 'minProperties', 'maxProperties', 'propertyNames'],
  ...['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'],
  ...['patch-merge-key', 'patch-strategy', 'list-type', 'list-map-keys'].map(name => `x-kubernetes-${name}`),
])

/**
 * An OpenAPI schema of the API server as draft-07 JSON Schema: objects whose fields are known are closed, null is allowed
 * where it counts as absent, integer formats become ranges, descriptions and defaults go.
 */
export const convertSchema = (source: Schema, use: Use): Schema => convert(source, use, 'optional')

/** The same of the schema of a CRD. */
export const convertCustomSchema = (source: Schema): Schema => convert(source, 'defaulted', 'defaulted')

function convert(source: Schema, use: Use, optional: Use): Schema {
  if (source.$ref) return reference(source.$ref, pickKept(source), use)
  const converted = {
    ...range(source.format),
    ...pickKept(source),
    ...(source['x-kubernetes-int-or-string'] === true ? { type: ['integer', 'string'], anyOf: undefined } : {}),
    ...(source.items ? { items: convert(source.items, 'strict', optional) } : {}),
    ...fields(source, optional),
    ...rules(source),
  }
  const isDropped = use === 'optional' || (use === 'defaulted' && source.default !== undefined)
  return isDropped || source.nullable === true ? allowNull(converted) : converted
}

/** What constrains stands beside an allOf, since draft-07 passes over the neighbours of a $ref; annotations may stay. */
function reference($ref: string, beside: Schema, use: Use): Schema {
  const isAnnotated = Object.keys(beside).every(keyword => keyword.startsWith('x-'))
  if (use === 'strict') return { allOf: [{ $ref }], ...beside, not: { type: 'null' } }
  return isAnnotated ? { $ref, ...beside } : { allOf: [{ $ref }], ...beside }
}

function range(format: string | undefined): Schema {
  if (format === 'int32') return int32
  if (format === 'int64') return int64
  return format === 'date-time' ? { format } : {}
}

/** The CEL rules of a CRD. Its title says what a rule asks for; null, which counts as absent, breaks none. */
function rules(source: Schema): Schema {
  const list = (source['x-kubernetes-validations'] ?? []) as readonly {
    readonly rule: string
    readonly message: string
  }[]
  if (list.length === 0) return {}
  const schemas = list.map(({ rule, message }) => ({
    title: `allowed: ${message}`,
    anyOf: [{ type: 'null' }, celSchema(rule)],
  }))
  return { allOf: [...((source.allOf as readonly Schema[] | undefined) ?? []), ...schemas] }
}

function fields(source: Schema, optional: Use): Schema {
  const { properties, additionalProperties, required } = source
  if (typeof additionalProperties === 'object')
    return { additionalProperties: convert(additionalProperties, optional, optional) }
  if (!properties) return {}
  const isOpen = source['x-kubernetes-preserve-unknown-fields'] === true || additionalProperties === true
  const convertField = ([name, property]: [string, Schema]) => [
    name,
    convert(property, required?.includes(name) ? 'strict' : optional, optional),
  ]
  return {
    properties: Object.fromEntries(Object.entries(properties).map(convertField)),
    ...(required?.length ? { required } : {}),
    ...(isOpen ? {} : { additionalProperties: false }),
  }
}

function allowNull(schema: Schema): Schema {
  return {
    ...schema,
    ...(schema.type === undefined ? {} : { type: [schema.type, 'null'].flat() }),
    ...(schema.enum ? { enum: [...schema.enum, null] } : {}),
  }
}

function pickKept(source: Schema): Schema {
  return Object.fromEntries(Object.entries(source).filter(([keyword]) => kept.has(keyword)))
}
