import type { MapNode } from './node.ts'

/** Who a resource is in its cluster. `namespace` is absent where the manifest names none. */
export interface ResourceId {
  readonly apiVersion: string
  readonly kind: string
  readonly namespace?: string
  readonly name: string
}

export interface Resource {
  readonly id: ResourceId
  readonly root: MapNode
}
