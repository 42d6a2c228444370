import type { Diagnostic } from '../../model/diagnostic.ts'
import type { RolloutSettings } from './settings.ts'

/** `ready` and `outdated`: the next run opens a pull request, or brings one up to date. */
export type OutcomeState = 'opened' | 'renewed' | 'waiting' | 'ready' | 'outdated' | 'done' | 'stopped' | 'failed'

/** How a rollout stands after a run, or where nobody ran anything. */
export interface Outcome {
  readonly id: string
  readonly attempt: number
  /** Absent where none of its pull requests tells them any more. */
  readonly settings?: RolloutSettings | undefined
  readonly state: OutcomeState
  /** One sentence, without its end. */
  readonly why: string
  /** The step that it is about, and how many there are as it looks by now. */
  readonly step?: { readonly index: number; readonly of: number }
  readonly pull?: { readonly number: number; readonly url: string }
  readonly diagnostics?: readonly Diagnostic[]
}
