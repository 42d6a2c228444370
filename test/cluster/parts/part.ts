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
  /** Context of the kubeconfig whose cluster is taken instead of one of our own. */
  readonly foreign?: string | undefined
}

/** What can be run alone: a file of this folder that exports it as `part`. */
export interface Part {
  /** What it shows, for `--help`. */
  readonly title: string
  /** Whether it needs only one cluster, of any kind. */
  readonly runsElsewhere?: boolean
  readonly run: (context: Context) => Promise<void>
}
