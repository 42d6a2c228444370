/** All that a strategic merge asks of an OpenAPI schema. Scalars, and lists that are replaced, are left out. */
export interface MergeSchema {
  readonly properties?: Readonly<Record<string, SchemaOrReference>>
  /** Of a map with free keys: the schema of every value. */
  readonly values?: SchemaOrReference
  /** Of a list whose elements are merged. */
  readonly items?: SchemaOrReference
  /** The fields that tell the elements of a merged list apart. None: a set of scalars. */
  readonly keys?: readonly string[]
}

/** A number is an index into {@link SchemaTable.definitions}. */
export type SchemaOrReference = MergeSchema | number

export interface SchemaTable {
  /** `apiVersion kind` to the index of its definition. */
  readonly types: Readonly<Record<string, number>>
  /** The name of a definition to its index. */
  readonly names: Readonly<Record<string, number>>
  readonly definitions: readonly MergeSchema[]
}

export const noTypes: SchemaTable = { types: {}, names: {}, definitions: [] }

/** Undefined for a type that the table does not know, such as most custom resources. */
export function schemaOfType(table: SchemaTable, apiVersion: string, kind: string): MergeSchema | undefined {
  const key = `${apiVersion} ${kind}`
  return Object.hasOwn(table.types, key) ? resolve(table, table.types[key]) : undefined
}

export function schemaOfField(table: SchemaTable, schema: MergeSchema, name: string): MergeSchema | undefined {
  const { properties, values } = schema
  return resolve(table, properties && Object.hasOwn(properties, name) ? properties[name] : values)
}

export function schemaOfItems(table: SchemaTable, schema: MergeSchema): MergeSchema | undefined {
  return resolve(table, schema.items)
}

/** Whether the elements of a list with this schema are merged rather than the list replaced. */
export function isMergedList(schema: MergeSchema | undefined): boolean {
  return schema?.keys !== undefined
}

function resolve(table: SchemaTable, schema: SchemaOrReference | undefined): MergeSchema | undefined {
  return typeof schema === 'number' ? table.definitions[schema] : schema
}
