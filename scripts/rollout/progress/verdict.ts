import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Draft } from './draft-step.ts'
import type { StepPull } from './find-rollouts.ts'

/** What is to be done about a rollout, from what its pull requests and the files of the main branch say. */
export type Verdict =
  | {
      readonly kind: 'next'
      readonly draft: Draft
      /** The merged step that must have proven itself before; absent for the first one. */
      readonly after?: StepPull
    }
  /** The open pull request is not what the files ask for any more. */
  | { readonly kind: 'renew'; readonly draft: Draft; readonly open: StepPull }
  | { readonly kind: 'wait'; readonly why: string; readonly open?: StepPull }
  | {
      readonly kind: 'end'
      readonly how: End
      readonly why: string
      /** The pull request that must not be merged any more. */
      readonly open?: StepPull | undefined
      readonly diagnostics?: readonly Diagnostic[]
    }

/** `stopped`: somebody has ended it; `failed`: something is wrong, and somebody must look. */
export type End = 'done' | 'stopped' | 'failed'
