import type { Resource } from './resource.ts'

/** All resources of one unit, indexed once, for the rules that look across resources. */
export interface ClusterView {
  readonly resources: readonly Resource[]
  /** See {@link import('./unit.ts').Unit.complete}. */
  readonly complete: boolean
  ofKind(kind: string): readonly Resource[]
  /** The resource of that kind and name; `namespace` is that of the one who refers to it (absent = same unnamed one). */
  find(kind: string, namespace: string | undefined, name: string): Resource | undefined
}
