import type { Position, ResourceId } from 'kustomize-ts'
import type { Scene } from './scene.ts'

/** Something that is wrong in the cluster. */
export interface Problem {
  /** Default: error. */
  readonly severity?: 'error' | 'warning'
  /** What is wrong, with the value quoted, and what that means; no advice. */
  readonly message: string
  /** The next step. */
  readonly fix: string
  /** The object in the cluster. */
  readonly resource?: ResourceId
  /** Where Git says how it should be. */
  readonly source?: Position
}

/** What a check saw: problems, or none and what it looked at; or why it did not look. */
export type Outcome = { readonly problems: readonly Problem[]; readonly seen: string } | { readonly skipped: string }

/** One thing that must hold in a running cluster. */
export interface Check {
  /** The file's name. */
  readonly id: string
  /** One sentence: what must hold. */
  readonly summary: string
  /** Checks run in this order; what others rest on comes first. */
  readonly order: number
  /** The option without which it does not run, since it changes something in the cluster. */
  readonly option?: 'write' | 'intent'
  /** Whether it runs only where everything before it is right: it would make a broken FogFlow worse. */
  readonly needsHealth?: boolean
  /** Whether nothing else can be judged where it fails. */
  readonly isDecisive?: boolean
  /** May fail with ApiFailure: what the API server did not let it see is a problem. */
  run(scene: Scene): Promise<Outcome>
}
