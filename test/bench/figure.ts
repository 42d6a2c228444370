/** One measured number, beside what it is compared with. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What `peerValue` was measured on, in the same run; absent where that is not installed. */
  readonly peer?: string
  readonly peerValue?: number
}

/** A benchmark of the folder benches/, called after its file. */
export type Bench = () => readonly Figure[] | Promise<readonly Figure[]>
