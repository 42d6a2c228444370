import type { Path } from 'kustomize-ts'
import type { Cluster } from './cluster.ts'

/** A file that `npm run generate` makes. */
export interface GeneratedFile {
  /** From the repository's root, with `/`. */
  readonly path: string
  readonly text: string
  /** The cluster whose settings it says. */
  readonly cluster: Cluster
  /** For each line, the key of cluster.yaml that decides what it says; undefined where none does. */
  readonly origins: readonly (Path | undefined)[]
}
