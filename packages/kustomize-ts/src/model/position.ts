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
