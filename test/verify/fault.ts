import type { Engine } from '../cluster/engines/engine.ts'
import type { LookOptions } from './look.ts'
import type { VerifyStage } from './set-stage.ts'

/** Something that is wrong with a cluster, and what verify has to make of it. */
export interface Fault {
  readonly title: string
  /** The engine of the cluster on which it is made. */
  readonly engine: Engine['key']
  /** The checks that fail, all of them: no other may. */
  readonly fails: readonly string[]
  /** Kind and name of the object that a diagnostic of each of them is about, as far as that is known. */
  readonly at?: RegExp
  /** What the message of one of the diagnostics quotes. */
  readonly quotes: RegExp
  readonly options?: LookOptions
  /** Makes it; what is returned heals it. */
  readonly make: (stage: VerifyStage) => Promise<() => Promise<void> | void>
}
