import type { Rule } from '../../model/rule.ts'
import { fieldOf } from '../read/field.ts'
import { checkReference } from '../read/object-reference.ts'

export const danglingAdmissionPolicyBinding = {
  id: 'dangling-admission-policy-binding',
  severity: 'error',
  scope: 'cluster',
  summary: 'The admission policy that a binding names exists.',
  why: 'A binding without its policy enforces nothing: task pods keep the hostPort and the rights that the policy was to take away.',
  fix: 'name the policy that the binding is for',
  kinds: ['MutatingAdmissionPolicyBinding', 'ValidatingAdmissionPolicyBinding'],
  *check(resource, cluster) {
    const kind = resource.id.kind.slice(0, -'Binding'.length)
    yield* checkReference({ kind, namespace: undefined, name: fieldOf(resource, 'spec', 'policyName') }, cluster)
  },
} satisfies Rule
