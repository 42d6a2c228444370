import type { Position } from 'kustomize-ts'

/** One key of a cluster.yaml that an import writes. */
export interface Setting {
  readonly path: readonly string[]
  readonly value: unknown
  /** The place of the source that says so; absent where nothing does. */
  readonly at?: Position | undefined
  /** What a person has to look at, since the source does not tell; becomes a comment behind the value. */
  readonly decide?: string | undefined
}
