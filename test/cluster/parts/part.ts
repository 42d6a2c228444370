import type { Say } from '../start-cluster.ts'

/** One line of the table. */
export interface Row {
  readonly scenario: string
  /** The engine or the version of Kubernetes that it was played with. */
  readonly with: string
  readonly seconds?: number
  readonly remark: string
  readonly passed: boolean
}

export interface Context {
  readonly say: Say
  readonly report: (row: Row) => void
  /** Only scenarios whose title has this. */
  readonly filter?: string
}

/** What can be run alone: a file of this folder that exports it as `part`. */
export interface Part {
  /** What it shows, for `--help`. */
  readonly title: string
  readonly run: (context: Context) => Promise<void>
}
