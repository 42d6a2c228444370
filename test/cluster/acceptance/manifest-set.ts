import type { Manifest } from '../api/manifest.ts'

/** Manifests that are applied together. */
export interface ManifestSet {
  /** The line of the table that it belongs to, such as `single-node, release 3.2.8`. */
  readonly group: string
  readonly name: string
  readonly manifests: readonly Manifest[]
}
