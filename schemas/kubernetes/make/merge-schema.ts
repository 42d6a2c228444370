import type { Schema } from './json-schema.ts'

/**
 * Lays `patch` over `schema`: maps merge, everything else is replaced, and a $ref replaces the whole type.
 * A field that the schema does not have is an error, so that no constraint outlives the field it is for.
 */
export function mergeSchema(schema: Schema, patch: Schema, where: string): Schema {
  const { properties, items, additionalProperties, ...rest } = patch
  const base = patch.$ref ? without(schema, ['type', 'format', 'properties', 'additionalProperties', 'items']) : schema
  return {
    ...base,
    ...rest,
    ...(properties ? { properties: { ...schema.properties, ...mergeFields(schema, properties, where) } } : {}),
    ...(items ? { items: mergeSchema(schema.items ?? missing(`${where}[]`), items, `${where}[]`) } : {}),
    ...(additionalProperties === undefined ? {} : { additionalProperties }),
  }
}

function mergeFields(schema: Schema, patches: Readonly<Record<string, Schema>>, where: string) {
  return Object.fromEntries(
    Object.entries(patches).map(([name, patch]) => {
      const at = `${where}.${name}`
      return [name, mergeSchema(schema.properties?.[name] ?? missing(at), patch, at)]
    }),
  )
}

function without(schema: Schema, keywords: readonly string[]): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword)))
}

function missing(where: string): never {
  throw new Error(`${where} does not exist in this version`)
}
