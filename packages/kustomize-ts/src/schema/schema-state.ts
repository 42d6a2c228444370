import type { IsClusterScoped } from '../item/identity.ts'
import { noTypes, type SchemaTable } from '../tables/merge-schema.ts'
import { reduceOpenApi } from '../tables/reduce-open-api.ts'
import { builtinSchema, isNamespaced } from '../tables/tables.ts'
import type { CustomSchema } from './read-open-api.ts'

/** What a build knows of types: kustomize's own schema, or the one that `openapi` names. */
export interface SchemaState {
  /** For strategic merges. Only now is the chosen schema loaded, as kustomize loads it. */
  table(): SchemaTable
  /** The same function as long as its answers stay the same. */
  isClusterScoped(): IsClusterScoped
  /** Every object that is gathered passes here: kustomize asks for its scope then. */
  note(apiVersion: string, kind: string): void
  /** Chooses the schema of a kustomization that is being entered. The first choice counts. */
  choose(schema: CustomSchema | 'builtin'): void
  isChosen(): boolean
}

/**
 * `preloaded` says whether kustomize's own schema is there from the start, so that a custom one only adds to it (Flux);
 * otherwise it replaces it, unless a merge, or the question for the scope of an unknown type, has come before it.
 */
export function createSchemaState(preloaded: boolean): SchemaState {
  let chosen: CustomSchema | 'builtin' | undefined
  let loaded = preloaded ? builtinSchema : noTypes
  let isPending = !preloaded
  let wantsBuiltin = false
  let scopes: IsClusterScoped = isBuiltinClusterScoped
  return {
    table() {
      if (isPending) loaded = loadSchema(loaded, chosen, wantsBuiltin)
      isPending = false
      return loaded
    },
    isClusterScoped: () => scopes,
    note(apiVersion, kind) {
      if (chosen === undefined && !wantsBuiltin) wantsBuiltin = isNamespaced(apiVersion, kind) === undefined
    },
    choose(schema) {
      chosen = schema
      isPending = true
      if (schema !== 'builtin') scopes = scopesOf(schema)
    },
    isChosen: () => chosen !== undefined,
  }
}

const combined = new WeakMap<CustomSchema, Map<SchemaTable, SchemaTable>>()

function loadSchema(
  loaded: SchemaTable,
  chosen: CustomSchema | 'builtin' | undefined,
  wantsBuiltin: boolean,
): SchemaTable {
  if (chosen === undefined || chosen === 'builtin') return builtinSchema
  const { definitions } = chosen
  if (!wantsBuiltin || loaded === builtinSchema) return combine(chosen, definitions, loaded)
  // kustomize's own schema is read after the custom one then, and its definitions win.
  const others = Object.entries(definitions).filter(([name]) => !Object.hasOwn(builtinSchema.names, name))
  return combine(chosen, Object.fromEntries(others), builtinSchema)
}

/** Remembered, for a schema that many builds of a process name. */
function combine(schema: CustomSchema, definitions: CustomSchema['definitions'], base: SchemaTable): SchemaTable {
  const known = combined.get(schema) ?? new Map<SchemaTable, SchemaTable>()
  combined.set(schema, known)
  const table = known.get(base) ?? reduceOpenApi(definitions, base)
  known.set(base, table)
  return table
}

function isBuiltinClusterScoped(apiVersion: string, kind: string): boolean {
  return isNamespaced(apiVersion, kind) === false
}

function scopesOf({ namespaced }: CustomSchema): IsClusterScoped {
  return (apiVersion, kind) => (isNamespaced(apiVersion, kind) ?? namespaced.get(`${apiVersion} ${kind}`)) === false
}
