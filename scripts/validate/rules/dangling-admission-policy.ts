import type { Rule } from '../../model/rule.ts'
import { misspeltApiNames } from '../read/api-name.ts'
import { checkNamespaces } from '../read/check-namespaces.ts'
import { at, fieldOf, items } from '../read/field.ts'
import { labelSelector } from '../read/selector.ts'

export const danglingAdmissionPolicy = {
  id: 'dangling-admission-policy',
  severity: 'error',
  scope: 'cluster',
  summary: 'An admission policy matches namespaces, and requests of a kind, that exist.',
  why: 'A policy that matches nothing changes and refuses nothing: task pods keep the hostPort and the rights that it was to take away.',
  fix: 'match a label that a namespace has, and a resource that Kubernetes has',
  kinds: ['MutatingAdmissionPolicy', 'ValidatingAdmissionPolicy'],
  *check(resource, cluster) {
    const match = fieldOf(resource, 'spec', 'matchConstraints')
    yield* checkNamespaces(labelSelector(at(match, 'namespaceSelector')) ?? [], cluster)
    for (const rule of items(match, 'resourceRules'))
      yield* misspeltApiNames(rule, ['apiGroups', 'apiVersions', 'operations', 'resources'])
  },
} satisfies Rule
