import type { Resource as KustomizeResource } from 'kustomize-ts'

/** A manifest as plain data, as the API server would read it. */
export type Manifest = Readonly<Record<string, unknown>>

/** A parsed object with identity (`id`), provenance (`root`, a tree with a place for every field) and plain `value`. */
export interface Resource extends KustomizeResource {
  readonly value: Manifest
}
