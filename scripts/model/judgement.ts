import type { Diagnostic } from './diagnostic.ts'
import type { Skipped } from './loaded.ts'
import type { RuleText } from './rule.ts'

/** How much was looked at and what came out. A resource that several kustomizations render counts once for each. */
export interface Summary {
  readonly kustomizations: number
  readonly clusters: number
  /** Everything judged: valid + invalid + errors of the check itself; a bare config.json counts as one. */
  readonly resources: number
  readonly valid: number
  readonly invalid: number
  /** Resources and files that were not judged, each with its reason in the report. */
  readonly skipped: number
  /** Rules that were not applied, since nobody said what to compare with; absent where there are none. */
  readonly skippedRules?: number
  /** Files without any document. */
  readonly empty: number
  readonly errors: number
  readonly warnings: number
  /** The version whose schemas were used. */
  readonly kubernetes: string
}

/** What `validate` found, before anyone formats it. */
export interface Judgement {
  readonly summary: Summary
  /** In the order of their places, folded over the units that share them. */
  readonly diagnostics: readonly Diagnostic[]
  readonly skipped: readonly Skipped[]
  /** What a reader must know to take the numbers right: a check that was weaker than usual, say. */
  readonly notes: readonly string[]
  /** The rules that were applied. A code that is none of them is that of a schema, a config, a cluster.yaml or a build. */
  readonly rules: readonly RuleText[]
}
