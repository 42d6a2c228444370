import type { IsClusterScoped } from '../item/identity.ts'
import type { LoadedKustomization } from '../kustomization/load-kustomization.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { TransformerConfig } from '../model/field-spec.ts'
import type { Item } from '../model/item.ts'
import type { Loader } from '../source/loader.ts'
import type { SchemaTable } from '../tables/merge-schema.ts'

/** What all kustomizations of one build share. */
export interface BuildContext {
  readonly report: (diagnostic: Diagnostic) => void
  /** Whether an error was reported: then nothing that follows can be trusted, and each step stops. */
  readonly hasFailed: () => boolean
  readonly isClusterScoped: IsClusterScoped
  /** What strategic merges know of types and their lists. */
  readonly schema: SchemaTable
}

/** One kustomization that is being built. */
export interface Target {
  readonly kustomization: LoadedKustomization
  readonly loader: Loader
  readonly build: BuildContext
}

/** One field of a kustomization at work on everything accumulated so far. Reports instead of throwing. */
export type Transform = (items: readonly Item[], target: Target, config: TransformerConfig) => readonly Item[]
