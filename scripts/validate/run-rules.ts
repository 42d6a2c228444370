import { type Node, nodeAt, type Position, positionInText, positionOf } from 'kustomize-ts'
import type { ClusterView } from '../model/cluster-view.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { FleetView } from '../model/fleet-view.ts'
import type { Resource } from '../model/resource.ts'
import type { ClusterRule, Finding, FleetRule, ResourceRule, Rule } from '../model/rule.ts'
import { memoize } from './read/memoize.ts'
import { noFleet } from './view-fleet.ts'

/** Runs the rules for a resource's kind; adds to each finding who says so, how bad it is, and where it stands. */
export function runRules(
  resource: Resource,
  cluster: ClusterView,
  rules: readonly Rule[],
  fleet: FleetView = noFleet,
): readonly Diagnostic[] {
  const { alone, inCluster, inFleet } = rulesFor(resource.id.kind, cluster.isCompose ? forCompose(rules) : rules)
  const found = inCluster.flatMap(rule =>
    Array.from(rule.check(resource, cluster), finding => toDiagnostic(rule, finding, resource)),
  )
  const foundInFleet = inFleet.flatMap(rule =>
    Array.from(rule.check(resource, cluster, fleet), finding => toDiagnostic(rule, finding, resource)),
  )
  return [...checkAlone(resource, alone), ...found, ...foundInFleet]
}

const forCompose = memoize((rules: readonly Rule[]) => rules.filter(({ alsoCompose }) => alsoCompose))

interface ChosenRules {
  readonly alone: readonly ResourceRule[]
  readonly inCluster: readonly ClusterRule[]
  readonly inFleet: readonly FleetRule[]
}

const byKind = new WeakMap<readonly Rule[], Map<string, ChosenRules>>()

function rulesFor(kind: string, rules: readonly Rule[]): ChosenRules {
  const chosen = byKind.get(rules) ?? new Map<string, ChosenRules>()
  byKind.set(rules, chosen)
  const ofKind = chosen.get(kind) ?? chooseRules(kind, rules)
  chosen.set(kind, ofKind)
  return ofKind
}

function chooseRules(kind: string, rules: readonly Rule[]): ChosenRules {
  const chosen = rules.filter(({ kinds }) => kinds === undefined || kinds.includes(kind))
  return {
    alone: chosen.filter(rule => rule.scope === 'resource'),
    inCluster: chosen.filter(rule => rule.scope === 'cluster'),
    inFleet: chosen.filter(rule => rule.scope === 'fleet'),
  }
}

const known = new WeakMap<readonly Rule[], WeakMap<Node, readonly Diagnostic[]>>()

/** What rules say of a resource by itself they say of it in every overlay that has it as it is. */
function checkAlone(resource: Resource, rules: readonly ResourceRule[]): readonly Diagnostic[] {
  const byRoot = known.get(rules) ?? new WeakMap<Node, readonly Diagnostic[]>()
  known.set(rules, byRoot)
  const diagnostics =
    byRoot.get(resource.root) ??
    rules.flatMap(rule => Array.from(rule.check(resource), finding => toDiagnostic(rule, finding, resource)))
  byRoot.set(resource.root, diagnostics)
  return diagnostics
}

function toDiagnostic(rule: Rule, finding: Finding, resource: Resource): Diagnostic {
  return {
    code: rule.id,
    severity: rule.severity,
    message: finding.message,
    fix: finding.fix ?? rule.fix,
    source: placeOf(finding, resource),
    resource: resource.id,
    path: finding.path,
  }
}

/** Inside the field's text where the finding says so, else the field. */
function placeOf({ path, at, inText }: Finding, { root }: Resource): Position {
  const node = inText && nodeAt(root, path)
  if (inText && node?.kind === 'scalar') return positionInText(node, inText.line, inText.column)
  const { file, line, column } = positionOf(root, path, at)
  return { file, line, column }
}
