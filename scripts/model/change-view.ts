import type { Position, ResourceId } from 'kustomize-ts'
import type { ClusterChange, Mark } from './change.ts'
import type { RuleText } from './rule.ts'

/** A change of the repository, as the rules about changes see it. */
export interface ChangeView {
  /** What it does in the clusters. */
  readonly forward: readonly ClusterChange[]
  /** What its revert would do. */
  readonly backward: readonly ClusterChange[]
  /** How many clusters the largest wave of a rollout to all of them has. */
  readonly largestWave: number
  /** The files that it changes and that several clusters share, from the root, those that are still there. */
  readonly sharedFiles: readonly string[]
  /** Where the field of a mark stands now; undefined where the resource is gone. */
  placeOf(cluster: string, resource: ResourceId, mark: Mark): Position | undefined
  /** The start of a file. */
  placeIn(file: string): Position
}

/** What a rule about changes yields, once for each cluster. */
export interface ChangeFinding {
  readonly cluster: string
  readonly message: string
  /** Replaces the rule's own fix where this finding has a better one. */
  readonly fix?: string
  readonly resource?: ResourceId
  readonly source?: Position | undefined
}

/** A rule that needs the state before a change. What it finds, a person may accept. */
export interface ChangeRule extends RuleText {
  readonly scope: 'change'
  check(change: ChangeView): Iterable<ChangeFinding>
}
