import type { Version } from 'kubernetes-json-schema'
import type { Resource } from './resource.ts'

/** All resources of one unit, indexed once, for the rules that look across resources. */
export interface ClusterView {
  /** The unit's. */
  readonly name: string
  /** The version of Kubernetes that it is checked against. */
  readonly kubernetes: Version
  readonly resources: readonly Resource[]
  /** See {@link import('./unit.ts').Unit.complete}. */
  readonly complete: boolean
  /** Whether these are the services of a compose file: they reach each other's ports without declaring any. */
  readonly isCompose: boolean
  /** The other units of the run that are plain manifests, too: sites that may call each other. None for another unit. */
  readonly siblings: readonly ClusterView[]
  ofKind(kind: string): readonly Resource[]
  /** The resource of that kind and name; `namespace` is that of the one who refers to it (absent = same unnamed one). */
  find(kind: string, namespace: string | undefined, name: string): Resource | undefined
  /** Whether two namespaces may be one. Plain manifests may leave theirs to whoever applies them: to `kubectl -n`. */
  mayBeOne(namespace: string | undefined, other: string | undefined): boolean
}
