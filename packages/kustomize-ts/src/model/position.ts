/** A place that a person can edit. `file` is an absolute path; lines and columns (in UTF-16 code units) start at 1. */
export interface Position {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Where a node got its value, and the places it had it from before: a linked list, newest first. */
export interface Provenance extends Position {
  readonly previous?: Provenance
}

/** Where a text of several lines stands: each on a source line of its own, all starting in one column. */
export interface TextPlace extends Position {
  /** Where the first line starts, when it does so elsewhere: behind the `key=` of a literal. */
  readonly firstColumn?: number
}
