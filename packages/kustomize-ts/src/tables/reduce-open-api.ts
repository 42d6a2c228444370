import { type MergeSchema, noTypes, type SchemaOrReference, type SchemaTable } from './merge-schema.ts'

export type OpenApiDefinitions = Readonly<Record<string, OpenApiSchema>>

/** The fields of an OpenAPI 2 schema that decide how a strategic merge goes. */
export interface OpenApiSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly properties?: OpenApiDefinitions
  readonly additionalProperties?: OpenApiSchema | boolean
  readonly items?: OpenApiSchema
  readonly 'x-kubernetes-group-version-kind'?: readonly GroupVersionKind[]
  readonly 'x-kubernetes-list-map-keys'?: readonly string[]
  readonly 'x-kubernetes-patch-merge-key'?: string
  readonly 'x-kubernetes-patch-strategy'?: string
}

interface GroupVersionKind {
  readonly group?: string
  readonly version: string
  readonly kind: string
}

/** A reduction under way: definitions get their index when they are first met, so that cycles end. */
interface Reduction {
  readonly source: OpenApiDefinitions
  readonly indexes: Map<string, number>
  readonly definitions: MergeSchema[]
}

const SCALARS = new Set(['string', 'integer', 'number', 'boolean'])

/**
 * The part of an OpenAPI 2 document that strategic merges need, from the types that have a kind. Kept as kustomize
 * looks schemas up: by property, then by additional properties; through `$ref`, whose siblings do not count. What `base`
 * has stays, and can be referred to, unless the document defines it anew.
 */
export function reduceOpenApi(source: OpenApiDefinitions, base: SchemaTable = noTypes): SchemaTable {
  const inherited = Object.entries(base.names).filter(([name]) => !Object.hasOwn(source, name))
  const reduction: Reduction = { source, indexes: new Map(inherited), definitions: [...base.definitions] }
  const types: Record<string, number> = { ...base.types }
  for (const name of Object.keys(source).sort()) {
    for (const type of source[name]?.['x-kubernetes-group-version-kind'] ?? []) {
      types[typeKey(type)] = reduceDefinition(name, reduction)
    }
  }
  const names = sortKeys(Object.fromEntries(reduction.indexes))
  return { types: sortKeys(types), names, definitions: reduction.definitions }
}

function typeKey({ group, version, kind }: GroupVersionKind): string {
  return `${group ? `${group}/` : ''}${version} ${kind}`
}

function reduceDefinition(name: string, reduction: Reduction): number {
  const known = reduction.indexes.get(name)
  if (known !== undefined) return known
  const index = reduction.definitions.length
  reduction.indexes.set(name, index)
  reduction.definitions.push({})
  reduction.definitions[index] = reduceSchema(reduction.source[name] ?? {}, reduction) ?? {}
  return index
}

/** Undefined for what a merge treats the same with and without a schema. */
function reduce(schema: OpenApiSchema, reduction: Reduction): SchemaOrReference | undefined {
  if (schema.$ref === undefined) return reduceSchema(schema, reduction)
  const name = nameOf(schema.$ref)
  const target = followReferences(name, reduction.source)
  if (target === undefined) return reduction.indexes.get(name)
  const [targetName, targetSchema] = target
  return isDropped(targetSchema) ? undefined : reduceDefinition(targetName, reduction)
}

function nameOf(reference: string): string {
  return reference
    .replace(/^#\/definitions\//, '')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
}

function followReferences(
  name: string,
  source: OpenApiDefinitions,
  seen: ReadonlySet<string> = new Set(),
): readonly [string, OpenApiSchema] | undefined {
  const schema = Object.hasOwn(source, name) ? source[name] : undefined
  if (schema === undefined || seen.has(name)) return undefined
  return schema.$ref === undefined
    ? [name, schema]
    : followReferences(nameOf(schema.$ref), source, new Set([...seen, name]))
}

function reduceSchema(schema: OpenApiSchema, reduction: Reduction): MergeSchema | undefined {
  if (isDropped(schema)) return undefined
  if (isType(schema, 'array')) return reduceList(schema, reduction)
  const { additionalProperties } = schema
  const values = typeof additionalProperties === 'object' ? reduce(additionalProperties, reduction) : undefined
  const properties = reduceProperties(schema.properties ?? {}, reduction)
  return {
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(values !== undefined && { values }),
  }
}

function isDropped(schema: OpenApiSchema): boolean {
  if (isType(schema, 'array')) return !mergesElements(schema)
  return typeof schema.type === 'string' && SCALARS.has(schema.type)
}

function isType(schema: OpenApiSchema, type: string): boolean {
  return schema.type === type || (Array.isArray(schema.type) && schema.type.length === 1 && schema.type[0] === type)
}

function mergesElements(schema: OpenApiSchema): boolean {
  return (schema['x-kubernetes-patch-strategy'] ?? '').split(',').includes('merge')
}

function reduceList(schema: OpenApiSchema, reduction: Reduction): MergeSchema {
  const mergeKey = schema['x-kubernetes-patch-merge-key']
  const keys = schema['x-kubernetes-list-map-keys'] ?? (mergeKey === undefined ? [] : [mergeKey])
  const items = schema.items === undefined ? undefined : reduce(schema.items, reduction)
  return { keys, ...(items !== undefined && { items }) }
}

function reduceProperties(properties: OpenApiDefinitions, reduction: Reduction): Record<string, SchemaOrReference> {
  const reduced: Record<string, SchemaOrReference> = {}
  for (const name of Object.keys(properties).sort()) {
    const schema = properties[name]
    const kept = schema === undefined ? undefined : reduce(schema, reduction)
    if (kept !== undefined) reduced[name] = kept
  }
  return reduced
}

function sortKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
