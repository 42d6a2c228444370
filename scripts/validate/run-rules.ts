import { type Node, nodeAt, type Position, positionInText, positionOf } from 'kustomize-ts'
import type { ClusterView } from '../model/cluster-view.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Resource } from '../model/resource.ts'
import type { Finding, ResourceRule, Rule } from '../model/rule.ts'

/** Runs the rules for a resource's kind; adds to each finding who says so, how bad it is, and where it stands. */
export function* runRules(resource: Resource, cluster: ClusterView, rules: readonly Rule[]): Iterable<Diagnostic> {
  for (const rule of rulesFor(resource.id.kind, rules)) {
    if (rule.scope === 'resource') yield* checkAlone(rule, resource)
    else for (const finding of rule.check(resource, cluster)) yield toDiagnostic(rule, finding, resource)
  }
}

const byKind = new WeakMap<readonly Rule[], Map<string, readonly Rule[]>>()

function rulesFor(kind: string, rules: readonly Rule[]): readonly Rule[] {
  const chosen = byKind.get(rules) ?? new Map<string, readonly Rule[]>()
  byKind.set(rules, chosen)
  const ofKind = chosen.get(kind) ?? rules.filter(({ kinds }) => kinds === undefined || kinds.includes(kind))
  chosen.set(kind, ofKind)
  return ofKind
}

/** What a rule says of a resource by itself it says of it in every overlay that has it as it is. */
const known = new WeakMap<Node, Map<ResourceRule, readonly Diagnostic[]>>()

function checkAlone(rule: ResourceRule, resource: Resource): readonly Diagnostic[] {
  const ofResource = known.get(resource.root) ?? new Map<ResourceRule, readonly Diagnostic[]>()
  known.set(resource.root, ofResource)
  const diagnostics =
    ofResource.get(rule) ?? [...rule.check(resource)].map(finding => toDiagnostic(rule, finding, resource))
  ofResource.set(rule, diagnostics)
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
