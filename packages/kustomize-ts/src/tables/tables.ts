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

/** By kind, then by apiVersion: a build asks more often than any key could be put together for free. */
const scopes = new Map<string, Map<string, boolean>>()
for (const [types, isNamespaced] of [[scopesTable.namespaced, true] as const, [scopesTable.cluster, false] as const])
  for (const type of types) {
    const [apiVersion = '', kind = ''] = type.split(' ')
    const ofKind = scopes.get(kind) ?? new Map<string, boolean>()
    if (!ofKind.has(apiVersion)) scopes.set(kind, ofKind.set(apiVersion, isNamespaced))
  }

/** Whether objects of a type live in a namespace; undefined for types that kustomize does not know. */
export function isNamespaced(apiVersion: string, kind: string): boolean | undefined {
  return scopes.get(kind)?.get(apiVersion)
}
