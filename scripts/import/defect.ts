import type { Position } from 'kustomize-ts'
import type { Site } from './site.ts'

/** corrected: right in what is generated. lost: FogFlow can do it, what is generated cannot. decide: a person must. */
export type Outcome = 'corrected' | 'lost' | 'decide'

/** One place of the source that is wrong, or that cannot be kept. */
export interface Finding {
  readonly at: Position
  /** What is wrong there, with the value quoted. */
  readonly message: string
}

/** A kind of defect: how it is found, why it matters, and what the import makes of it. */
export interface Detector {
  /** Kebab-case; the file's name. */
  readonly code: string
  readonly outcome: Outcome
  /** The harm, with its source. */
  readonly why: string
  /** What stands in its place in what is generated, or what a person has to do. */
  readonly here: string
  /** May look at all sites of the import, may only report on `site`. */
  find(site: Site, sites: readonly Site[]): Iterable<Finding>
}

/** A defect with all its places. */
export interface Defect extends Omit<Detector, 'find'> {
  readonly message: string
  /** At least one, in the order in which they were read. */
  readonly places: readonly Position[]
}
