import type { MergeSchema, SchemaOrReference, SchemaTable } from '../tables/merge-schema.ts'

/** Both tables in one; the second one's types win. */
export function mergeTables(base: SchemaTable, added: SchemaTable): SchemaTable {
  const offset = base.definitions.length
  const types = Object.entries(added.types).map(([type, index]) => [type, index + offset] as const)
  return {
    types: { ...base.types, ...Object.fromEntries(types) },
    definitions: [...base.definitions, ...added.definitions.map(schema => shiftSchema(schema, offset))],
  }
}

/** References are indexes of definitions, which have moved. */
function shift(schema: SchemaOrReference, offset: number): SchemaOrReference {
  return typeof schema === 'number' ? schema + offset : shiftSchema(schema, offset)
}

function shiftSchema({ properties, values, items, keys }: MergeSchema, offset: number): MergeSchema {
  return {
    ...(properties === undefined ? {} : { properties: mapValues(properties, offset) }),
    ...(values === undefined ? {} : { values: shift(values, offset) }),
    ...(items === undefined ? {} : { items: shift(items, offset) }),
    ...(keys === undefined ? {} : { keys }),
  }
}

function mapValues(properties: Readonly<Record<string, SchemaOrReference>>, offset: number) {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, shift(schema, offset)]))
}
