import { dirname, resolve } from 'node:path'
import { findSchemaFile, listVersionsWith } from 'kubernetes-json-schema'
import type { ResourceId } from 'kustomize-ts'
import type { Schemas } from '../schema/open-schemas.ts'
import type { Schema } from '../schema/schema.ts'

/** What the schemas of Kubernetes say of a value, as far as it decides how two of them are compared. */
export interface Shape {
  /** The fields that tell the elements of a list apart; none where the list is replaced as a whole. */
  readonly keys: readonly string[]
  /** Of the field of a map. */
  field(name: string): Shape
  /** Of the elements of a list. */
  items(): Shape
}

export const unknownShape: Shape = { keys: [], field: () => unknownShape, items: () => unknownShape }

/** A part of a schema, and the file that its references start from. */
interface Part {
  readonly file: string
  readonly schema: Schema
}

/** The shapes of whole resources, by the newest schema of their kind. */
export function createShapes(schemas: Schemas): (id: ResourceId) => Shape {
  const known = new Map<string, Shape>()
  return id => {
    const key = `${id.apiVersion} ${id.kind}`
    const shape = known.get(key) ?? openShape(id)
    known.set(key, shape)
    return shape
  }

  function openShape(id: ResourceId): Shape {
    const version = listVersionsWith(id).at(-1)
    const file = version && findSchemaFile(version, id)
    return file === undefined ? unknownShape : toShape(expand({ file, schema: schemas.read(file) }))
  }

  /** A schema with all that it takes in by `$ref` and `allOf`. */
  function expand({ file, schema }: Part): readonly Part[] {
    const parts = Array.isArray(schema.allOf) ? (schema.allOf as readonly Schema[]) : []
    const referred = typeof schema.$ref === 'string' ? [follow(file, schema.$ref)] : []
    return [{ file, schema }, ...[...parts.map(part => ({ file, schema: part })), ...referred].flatMap(expand)]
  }

  function follow(from: string, reference: string): Part {
    const [name = '', pointer = ''] = reference.split('#')
    const file = name === '' ? from : resolve(dirname(from), name)
    const tokens = decodeURIComponent(pointer).split('/').slice(1)
    return { file, schema: tokens.reduce<Schema>((part, token) => part[token] as Schema, schemas.read(file)) }
  }

  function toShape(parts: readonly Part[]): Shape {
    if (parts.length === 0) return unknownShape
    const children = new Map<string, Shape>()
    const open = (name: string, read: (schema: Schema) => unknown) => {
      const shape = children.get(name) ?? toShape(parts.flatMap(({ file, schema }) => partsOf(file, read(schema))))
      children.set(name, shape)
      return shape
    }
    return {
      keys: parts.map(({ schema }) => keysOf(schema)).find(({ length }) => length > 0) ?? [],
      field: name => open(`.${name}`, schema => fieldOf(schema, name)),
      items: () => open('[]', schema => schema.items),
    }
  }

  function partsOf(file: string, schema: unknown): readonly Part[] {
    return isSchema(schema) ? expand({ file, schema }) : []
  }
}

/** The key of a patch comes second: that of ports leaves out the protocol. */
function keysOf(schema: Schema): readonly string[] {
  const keys = schema['x-kubernetes-list-map-keys']
  const key = schema['x-kubernetes-patch-merge-key']
  if (Array.isArray(keys)) return keys.map(String)
  return typeof key === 'string' ? [key] : []
}

function fieldOf({ properties, additionalProperties }: Schema, name: string): unknown {
  const own = isSchema(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined
  return own ?? additionalProperties
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
