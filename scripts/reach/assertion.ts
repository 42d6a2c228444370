import type { Table } from './table.ts'

/** The headings of docs/reachability.md under which tables stand. */
export const parts = ['Within a cluster', 'From outside', 'The network of the node', 'Between clusters'] as const
export type Part = (typeof parts)[number]

/** What the manifests of one cluster, overlay or pair of clusters say, to be compared with what is written down. */
export interface Assertion {
  readonly part: Part
  /** The unit or the units, by name. */
  readonly units: readonly string[]
  /** What docs/reachability.md may call it: itself, before its kind. */
  readonly names: readonly string[]
  readonly table: Table
}
