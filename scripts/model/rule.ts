import type { Path, Severity } from 'kustomize-ts'
import type { ClusterView } from './cluster-view.ts'
import type { FleetView } from './fleet-view.ts'
import type { Resource } from './resource.ts'

/** What a rule yields: a place in the resource that the rule was asked about, and what is wrong there. */
export interface Finding {
  readonly path: Path
  /** What is wrong, with the value quoted; no advice. */
  readonly message: string
  /** Replaces the rule's own fix where this finding has a better one (a did-you-mean, say). */
  readonly fix?: string
  /** Which end of the field to point at. Default: the value. */
  readonly at?: 'key' | 'value'
  /** 1-based place inside the field's text, for findings about an embedded document or script. */
  readonly inText?: { readonly line: number; readonly column: number }
}

/** What a rule says of itself. */
export interface RuleText {
  /** Kebab-case; the file's name. */
  readonly id: string
  readonly severity: Severity
  /** One sentence: what must hold. */
  readonly summary: string
  /** The harm, concrete, with its source. */
  readonly why: string
  /** The edit to make. */
  readonly fix: string
  /** Only resources of these kinds are checked; all where absent. */
  readonly kinds?: readonly string[]
  /** Whether what it says holds for the services of a compose file, too. */
  readonly alsoCompose?: true
}

export interface ResourceRule extends RuleText {
  readonly scope: 'resource'
  check(resource: Resource): Iterable<Finding>
}

export interface ClusterRule extends RuleText {
  readonly scope: 'cluster'
  /** May look at all resources of the cluster, may only report on `resource`, must not mutate. */
  check(resource: Resource, cluster: ClusterView): Iterable<Finding>
}

export interface FleetRule extends RuleText {
  readonly scope: 'fleet'
  /** May look at the cluster and at the others of the run, may only report on `resource`, must not mutate. */
  check(resource: Resource, cluster: ClusterView, fleet: FleetView): Iterable<Finding>
}

export type Rule = ResourceRule | ClusterRule | FleetRule
