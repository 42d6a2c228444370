import type { Diagnostic } from './diagnostic.ts'
import type { KustomizationFolder } from './loaded.ts'
import type { Resource } from './resource.ts'
import type { Unit } from './unit.ts'

/** What one kustomization came to. */
export interface RenderedKustomization {
  readonly kustomization: KustomizationFolder
  readonly resources: readonly Resource[]
  readonly diagnostics: readonly Diagnostic[]
  /** Absolute paths of the files that it read. */
  readonly read: ReadonlySet<string>
}

/** What all kustomizations of a run came to. */
export interface Rendered {
  readonly units: readonly Unit[]
  /** Each with the name of the kustomization that has the problem. */
  readonly diagnostics: readonly { readonly unit: string; readonly diagnostic: Diagnostic }[]
  /** Absolute paths of all files that a kustomization read. */
  readonly read: ReadonlySet<string>
  /** The folders of components that no kustomization uses. */
  readonly unused: readonly string[]
  /** Whether all builds succeeded: a failed one may have gone on to read or use what nobody else does. */
  readonly isWhole: boolean
  /** How many kustomizations and components were looked at. */
  readonly kustomizations: number
}
