import type { Node } from 'kustomize-ts'
import type { Release } from '../model/cluster.ts'

/** A cluster that the repository has already. */
interface KnownCluster {
  readonly name: string
  readonly role: 'cloud' | 'edge'
  readonly siteId: string
  readonly release: Release
  readonly addresses: readonly string[]
}

/** What an import has to know of the repository. */
export interface FleetFacts {
  readonly clusters: readonly KnownCluster[]
  /** What the defaults.yaml files above a cluster of that name say together. */
  inheritedBy(name: string): Node | undefined
  /** The text of its cluster.yaml, where there is one. */
  textOf(name: string): string | undefined
  /** The path of its cluster.yaml, absolute. */
  fileOf(name: string): string
}
