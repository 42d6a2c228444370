import type { FieldSpecs } from '../tables/tables.ts'

export type { FieldSpec, NameReference } from '../tables/tables.ts'

/** Which objects are meant: an absent part means every value. */
export interface GvkPattern {
  readonly group?: string
  readonly version?: string
  readonly kind?: string
}

/** The fields that each transformer changes: kustomize's own, and those of `configurations` and `crds`. */
export interface TransformerConfig extends FieldSpecs {
  /** Further fields for `labels`; kustomize itself has none. */
  readonly labels: FieldSpecs['commonLabels']
}
