import type { Accumulation } from '../accumulate/accumulation.ts'
import type { IsClusterScoped } from '../item/identity.ts'
import type { LoadedKustomization } from '../kustomization/load-kustomization.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { TransformerConfig } from '../model/field-spec.ts'
import type { Item } from '../model/item.ts'
import type { SchemaState } from '../schema/schema-state.ts'
import type { Loader, WrittenPath } from '../source/loader.ts'
import type { SchemaTable } from '../tables/merge-schema.ts'

/** What all kustomizations of one build share. */
export interface BuildContext {
  readonly report: (diagnostic: Diagnostic) => void
  /** Whether an error was reported: then nothing that follows can be trusted, and each step stops. */
  readonly hasFailed: () => boolean
  readonly isClusterScoped: IsClusterScoped
  readonly schemaState: SchemaState
  /** What strategic merges know of types and their lists. */
  readonly schema: SchemaTable
}

/** One kustomization that is being built. */
export interface Target {
  readonly kustomization: LoadedKustomization
  readonly loader: Loader
  readonly build: BuildContext
  /** What a file of manifests, or the kustomization of a folder, comes to. Reports what is wrong with it. */
  readonly open: (path: WrittenPath) => Accumulation
  /** The folder as seen from the root of the build; only where origins are tracked. */
  readonly origin?: string
}

/** A change of everything accumulated so far. Reports instead of throwing. */
export type Edit = (items: readonly Item[]) => readonly Item[]

/** The changes that a field of a kustomization asks for, in order; kustomize notes each of them. */
export type Transform = (target: Target, config: TransformerConfig) => readonly Edit[]
