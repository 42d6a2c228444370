import fieldSpecsTable from './field-specs.json' with { type: 'json' }
import legacyOrderTable from './legacy-order.json' with { type: 'json' }
import mergeSchemaTable from './merge-schema.json' with { type: 'json' }
import type { SchemaTable } from './merge-schema.ts'
import scopesTable from './scopes.json' with { type: 'json' }

/** A place in resources of a group, version and kind (absent: of every one). */
export interface FieldSpec {
  readonly path: string
  readonly group?: string
  readonly version?: string
  readonly kind?: string
  /** Whether a transformer makes the field where it is missing. */
  readonly create?: boolean
}

/** The fields that hold the name of an object of this group, version and kind. */
export interface NameReference {
  readonly group?: string
  readonly version?: string
  readonly kind?: string
  readonly fieldSpecs: readonly FieldSpec[]
}

export interface FieldSpecs {
  readonly namePrefix: readonly FieldSpec[]
  readonly nameSuffix: readonly FieldSpec[]
  readonly namespace: readonly FieldSpec[]
  readonly commonLabels: readonly FieldSpec[]
  readonly templateLabels: readonly FieldSpec[]
  readonly commonAnnotations: readonly FieldSpec[]
  readonly varReference: readonly FieldSpec[]
  readonly nameReference: readonly NameReference[]
  readonly images: readonly FieldSpec[]
  readonly replicas: readonly FieldSpec[]
}

/** The fields that each transformer changes by default, as kustomize's `builtinpluginconsts` list them. */
export const fieldSpecs: FieldSpecs = fieldSpecsTable

/** Kinds that the legacy order puts first and last. */
export const legacyOrder: { readonly first: readonly string[]; readonly last: readonly string[] } = legacyOrderTable

/** Kubernetes 1.21.2, the only schema that kustomize carries: newer kinds have none. */
export const builtinSchema: SchemaTable = mergeSchemaTable

const namespacedTypes = new Set(scopesTable.namespaced)
const clusterTypes = new Set(scopesTable.cluster)

/** Whether objects of a type live in a namespace; undefined for types that kustomize does not know. */
export function isNamespaced(apiVersion: string, kind: string): boolean | undefined {
  const type = `${apiVersion} ${kind}`
  if (namespacedTypes.has(type)) return true
  return clusterTypes.has(type) ? false : undefined
}
