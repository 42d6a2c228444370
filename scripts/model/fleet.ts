import type { Cluster } from './cluster.ts'

/** All clusters of a repository whose settings can be used: right by the schema, and complete. */
export interface Fleet {
  /** The repository's root, absolute. */
  readonly root: string
  /** In the order of their names. */
  readonly clusters: readonly Cluster[]
  /** The folders of base/features: what `features` may name. */
  readonly features: readonly string[]
  /** Those of them that have a part for platform/, in a folder of that name. */
  readonly platformFeatures: readonly string[]
}
