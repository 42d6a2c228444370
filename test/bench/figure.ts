/** One measured number, beside what it is compared with. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What `peerValue` was measured on, in the same run; absent where that is not installed. */
  readonly peer?: string
  readonly peerValue?: number
  /** What was counted. */
  readonly detail?: string
  /** A promise that is no matter of time: above it the run ends with 1. */
  readonly atMost?: number
}

/** Why nothing could be measured, as a sentence. */
export interface Obstacle {
  readonly obstacle: string
}

type Outcome = readonly Figure[] | Obstacle

/** A benchmark of the folder benches/, called after its file. */
export type Bench = () => Outcome | Promise<Outcome>
