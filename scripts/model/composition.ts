import type { Node } from 'kustomize-ts'
import type { ConfigFile } from './loaded.ts'
import type { Unit } from './unit.ts'

/**
 * A compose file with the files that its services mount, or an nginx.conf or config.json that stands alone, as the objects of
 * Kubernetes that it stands for: rules read those, and every place in them is one of these files.
 */
export interface Composition {
  /** Absolute. */
  readonly file: string
  /** The compose file as Compose reads it. */
  readonly document?: Node
  readonly config?: ConfigFile
  /** The file itself and what it mounts, absolute. */
  readonly files: readonly string[]
  readonly unit: Unit
}
