import type { Resource } from './resource.ts'

/**
 * What is judged together: the resources of one kustomization, of the kustomizations of one cluster, of one folder or
 * file of plain manifests, or those that one compose file stands for.
 */
export interface Unit {
  /** The folder or file, relative to the repository's root (or to the working directory outside it). */
  readonly name: string
  readonly kind: 'kustomization' | 'cluster' | 'manifests' | 'compose'
  /**
   * Whether the unit is all that its namespaces get. A base is not: what it refers to may stand in another base, so
   * that a reference to an absent resource means nothing there, while one to a present resource is judged.
   */
  readonly complete: boolean
  readonly resources: readonly Resource[]
}
