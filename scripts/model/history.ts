/** The value of a settings key of a cluster before and after a change; undefined where the key is absent. */
export interface KeyChange {
  /** As kustomize writes field paths. */
  readonly key: string
  readonly before: unknown
  readonly after: unknown
}

/** A commit of the branch that the engines sync which changes what is deployed. */
export interface Deployment {
  readonly commit: string
  /** When it came onto the branch, in milliseconds since 1970. */
  readonly at: number
  /** The first line of its message, or the title of the pull request that it merges. */
  readonly subject: string
  /** The number of the pull request that brought it, where the message names one. */
  readonly pullRequest?: number
  /** The clusters in whose files it changes something, or all where what they share changes; in the order of their names. */
  readonly clusters: readonly string[]
  /** Whether it changes base/ or overlays/, which all clusters share. */
  readonly isShared: boolean
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** What changes in the settings that people write, by cluster. */
  readonly settings: ReadonlyMap<string, readonly KeyChange[]>
  /** The commit that it takes back. */
  readonly takesBack?: string
  /** The commit that takes it back, and is not taken back itself. */
  readonly takenBackBy?: string
}

/** A time in which a cluster had one release. */
export interface Run {
  readonly release: string
  readonly commit: string
  readonly since: number
  /** Absent where it still runs. */
  readonly until?: number
}

/** How changes went (the names are those of DORA, dora.dev/guides/dora-metrics-four-keys). */
export interface Measures {
  /** Deployments that take nothing back. */
  readonly changes: number
  /** Those of them that were taken back. */
  readonly failed: number
  /** failed / changes; absent where there is no change. */
  readonly changeFailureRate?: number
  /** From a failed change to what took it back, in seconds; absent where none failed. */
  readonly timeToRestore?: { readonly median: number; readonly longest: number }
}

export interface History {
  /** The newest first. */
  readonly deployments: readonly Deployment[]
  /** What ran in each cluster, those that are gone included, the oldest first. */
  readonly runs: ReadonlyMap<string, readonly Run[]>
  readonly measures: Measures
}
