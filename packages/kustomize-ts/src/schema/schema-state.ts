import type { IsClusterScoped } from '../item/identity.ts'
import type { SchemaTable } from '../tables/merge-schema.ts'
import { builtinSchema, isNamespaced } from '../tables/tables.ts'
import { mergeTables } from './merge-tables.ts'
import type { CustomSchema } from './read-open-api.ts'

const noTypes: SchemaTable = { types: {}, definitions: [] }

/** What a build knows of types: kustomize's own schema, or the one that `openapi` names. */
export interface SchemaState {
  /** For strategic merges. Only now is the chosen schema loaded, as kustomize loads it. */
  table(): SchemaTable
  /** The same function as long as its answers stay the same. */
  isClusterScoped(): IsClusterScoped
  /** Chooses a schema of the kustomization that is being entered; the first choice counts, unless the root's comes. */
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
  let pending = !preloaded
  let wantsBuiltin = false
  let scoped: IsClusterScoped = isBuiltinClusterScoped
  const noteUnknown: IsClusterScoped = (apiVersion, kind) => {
    const namespaced = isNamespaced(apiVersion, kind)
    if (namespaced === undefined) wantsBuiltin = true
    return namespaced === false
  }
  if (!preloaded) scoped = noteUnknown
  return {
    table() {
      if (pending) {
        const custom = typeof chosen === 'object'
        if (typeof chosen === 'object') loaded = mergeTables(loaded, chosen.table)
        if (!custom || wantsBuiltin) loaded = loaded === noTypes ? builtinSchema : mergeTables(loaded, builtinSchema)
        pending = false
      }
      return loaded
    },
    isClusterScoped: () => scoped,
    choose(schema) {
      chosen = schema
      pending = true
      if (typeof schema === 'object') {
        scoped = (apiVersion, kind) => {
          const namespaced = isNamespaced(apiVersion, kind) ?? schema.namespaced.get(`${apiVersion} ${kind}`)
          return namespaced === false
        }
      }
    },
    isChosen: () => chosen !== undefined,
  }
}

function isBuiltinClusterScoped(apiVersion: string, kind: string): boolean {
  return isNamespaced(apiVersion, kind) === false
}
