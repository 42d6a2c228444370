import type { Path, ResourceId } from 'kustomize-ts'

/** A field with two different values; a side is absent where the field is not there. */
export interface FieldChange {
  /** An element of a list that Kubernetes merges by key is named by it: `[name=broker]`. */
  readonly path: Path
  readonly before?: unknown
  readonly after?: unknown
  /** The field names an object whose name carries a hash of its content: that content is other. */
  readonly isRename?: true
}

/** What an operator must know of a change before it is merged. */
export type MarkKind = 'restarts' | 'immutable' | 'loses-data' | 'irreversible' | 'leaves-behind'

export interface Mark {
  readonly kind: MarkKind
  /** One sentence for people. */
  readonly message: string
  /** The field of the resource that it is about, where it is about one. */
  readonly path?: Path
}

export interface ResourceChange {
  readonly kind: 'added' | 'deleted' | 'changed'
  /** Without the hash that kustomize puts behind the names of generated objects. */
  readonly resource: ResourceId
  /** Empty where the whole resource comes or goes. */
  readonly fields: readonly FieldChange[]
  readonly marks: readonly Mark[]
}

/** What changes in one cluster. */
export interface ClusterChange {
  readonly cluster: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly changes: readonly ResourceChange[]
}

/** The same change in one cluster or in many. */
export interface FoldedChange {
  readonly change: ResourceChange
  /** In the order of their names. */
  readonly clusters: readonly string[]
}

/** Two states of the fleet, side by side. */
export interface FleetDiff {
  readonly clusters: readonly ClusterChange[]
  /** How many clusters both sides have and nothing changes in. */
  readonly unchanged: number
}

/** Whether a change with such a mark fails, or cannot be taken back by a revert. */
export function isGrave(kind: MarkKind): boolean {
  return kind === 'immutable' || kind === 'loses-data' || kind === 'irreversible'
}
