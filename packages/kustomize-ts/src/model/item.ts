import type { MapNode } from './node.ts'

/** Who an item was before a transformer renamed it. */
export interface PreviousId {
  readonly kind: string
  readonly name: string
  /** Its namespace, `default` where it had none, and {@link clusterScope} where its kind has none. */
  readonly namespace: string
}

/** The namespace of what has none. */
export const clusterScope = '_non_namespaceable_'

/** A resource while it is being built. Immutable: a transformer makes a new one, and shares what it leaves alone. */
export interface Item {
  readonly root: MapNode
  /** The oldest first. */
  readonly previous: readonly PreviousId[]
  readonly prefixes: readonly string[]
  readonly suffixes: readonly string[]
  /** Whether a generator made it. */
  readonly isGenerated?: true
  /** Whether its name gets a hash of its content. */
  readonly needsHash: boolean
  /** The vars that take their value from it. */
  readonly variables: readonly string[]
  /** Where it comes from and what changed it, kept only where `buildMetadata` asks for it. */
  readonly origin?: Origin
  readonly transformations?: readonly Origin[]
}

/** The content of kustomize's origin and transformation annotations. */
export interface Origin {
  readonly path?: string
  readonly configuredIn?: string
  readonly configuredBy?: {
    readonly apiVersion?: string
    readonly kind?: string
    readonly name?: string
    readonly namespace?: string
  }
}
