/** A row of a table-driven unit test of kustomize. */
export interface Unit<Fields = unknown> {
  readonly source: string
  readonly test: string
  readonly name: string | null
  readonly fields: Fields
}

/** What a row expects, and what this package comes to. They are compared deeply. */
export interface Judged {
  readonly expected: unknown
  readonly actual: unknown
}

/** How the rows of some test files of kustomize are put to this package. */
export interface UnitSuite<Fields = unknown> {
  /** The test files, by their paths in kustomize's repository. */
  readonly sources: readonly string[]
  judge(unit: Unit<Fields>): Judged
  /** Why a row cannot be judged, or is meant to differ. */
  except(unit: Unit<Fields>): string | undefined
}
