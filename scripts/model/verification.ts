import type { Diagnostic } from './diagnostic.ts'

/** What came of one check of a running cluster. Nothing that was not looked at counts as passed. */
export interface CheckResult {
  readonly id: string
  readonly state: 'passed' | 'failed' | 'skipped'
  /** What was seen, or why it was skipped; empty where the problems say it all. */
  readonly remark: string
}

/** What `verify` saw of a cluster in one look. */
export interface Verification {
  readonly cluster: string
  readonly context: string
  readonly server: string
  /** What Git says, such as `main at 1a2b3c4`; undefined where Git could not be asked. */
  readonly revision: string | undefined
  readonly checks: readonly CheckResult[]
  /** In the order of the checks; their codes are the checks' ids. */
  readonly diagnostics: readonly Diagnostic[]
}
