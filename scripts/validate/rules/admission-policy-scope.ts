import type { Resource } from '../../model/resource.ts'
import type { Rule } from '../../model/rule.ts'
import { at, type Field, fieldOf, isSet, items, pathOf } from '../read/field.ts'
import { labelSelector } from '../read/selector.ts'

export const admissionPolicyScope = {
  id: 'admission-policy-scope',
  severity: 'error',
  scope: 'cluster',
  summary: 'An admission policy that changes pods says in which namespaces.',
  why: 'Without a namespaceSelector it changes the pods of the whole cluster, those of kube-system and of the GitOps engine too, and with failurePolicy Fail stops them from starting.',
  fix: 'write a namespaceSelector into matchConstraints, or into matchResources of the binding',
  kinds: ['MutatingAdmissionPolicy'],
  *check(resource, cluster) {
    const constraints = fieldOf(resource, 'spec', 'matchConstraints')
    if (!items(constraints, 'resourceRules').some(isForPods) || isNarrow(constraints)) return
    const bindings = cluster
      .ofKind('MutatingAdmissionPolicyBinding')
      .filter(binding => fieldOf(binding, 'spec', 'policyName').value === resource.id.name)
    if (bindings.length > 0 && bindings.every(isNarrowBinding)) return
    const field = at(constraints, 'namespaceSelector')
    const message = isSet(field)
      ? 'the namespaceSelector is empty: it selects every namespace'
      : 'there is no namespaceSelector'
    yield { path: pathOf(field), at: 'key', message }
  },
} satisfies Rule

function isForPods(rule: Field): boolean {
  return items(rule, 'resources').some(({ value }) => /^(pods(\/.*)?|\*|\*\/\*)$/.test(String(value)))
}

function isNarrow(match: Field): boolean {
  const selectors = [at(match, 'namespaceSelector'), at(match, 'objectSelector')]
  return selectors.some(selector => (labelSelector(selector) ?? []).length > 0)
}

function isNarrowBinding(binding: Resource): boolean {
  return isNarrow(fieldOf(binding, 'spec', 'matchResources'))
}
