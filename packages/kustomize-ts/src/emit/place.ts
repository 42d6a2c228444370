/** Where a text is to stand. */
export interface Place {
  /** Characters before it in its line. */
  readonly column: number
  /** Columns before its further lines. */
  readonly indent: number
  /** A key before a colon stays in its line. */
  readonly isKey: boolean
}

/** The first space after this column ends the line; libyaml's default, which go-yaml v2 keeps. */
export const BEST_WIDTH = 80
