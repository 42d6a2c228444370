import type { Composition } from './composition.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Unit } from './unit.ts'

/** A folder with a kustomization, and what that is to kustomize. */
export interface KustomizationFolder {
  /** Absolute. */
  readonly folder: string
  /** The kustomization file, absolute. */
  readonly file: string
  readonly name: string
  /** A component is opt-in and cannot be built alone. */
  readonly isComponent: boolean
  /** The name of the cluster's folder, where this is one of the kustomizations that make up a cluster. */
  readonly cluster?: string
}

/** A FogFlow config.json that stands alone, outside of any ConfigMap. */
export interface ConfigFile {
  /** Absolute. */
  readonly file: string
  readonly text: string
  /** Whether it is a site's whole config. One that belongs to a kustomization may be a single component's. */
  readonly isWhole: boolean
}

/** Something that was found and not judged, with the reason. */
export interface Skipped {
  readonly what: string
  readonly reason: string
}

/** What the PATHs hold. */
export interface Loaded {
  readonly kustomizations: readonly KustomizationFolder[]
  /** Plain manifests: nothing has to be rendered. */
  readonly units: readonly Unit[]
  /** Compose files, and what stands alone of a config.json or nginx.conf. */
  readonly compositions: readonly Composition[]
  /** Absolute paths of files in which a kustomization must take an interest, or nobody does. */
  readonly owned: readonly string[]
  readonly skipped: readonly Skipped[]
  /** How many files hold no document at all. */
  readonly empty: number
  readonly diagnostics: readonly Diagnostic[]
}
