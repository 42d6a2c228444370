/** What a program made of the files. */
export interface Result {
  readonly name: string
  /** Ids of defects. */
  readonly found: readonly string[]
  readonly findings: number
  /** ms */
  readonly cpu: number
}
