import type { Rule } from '../../model/rule.ts'
import { misspeltApiNames } from '../read/api-name.ts'
import { fieldOf, items } from '../read/field.ts'

export const unknownRbacVerb = {
  id: 'unknown-rbac-verb',
  severity: 'error',
  scope: 'resource',
  summary: 'The verbs, API groups and resources of a role are ones that Kubernetes has.',
  why: 'The API server takes any text: a misspelt verb grants nothing, and the one who needs it is forbidden when it matters.',
  fix: 'write the verb, group or resource as Kubernetes does',
  kinds: ['Role', 'ClusterRole'],
  *check(resource) {
    for (const rule of items(fieldOf(resource), 'rules'))
      yield* misspeltApiNames(rule, ['verbs', 'apiGroups', 'resources'])
  },
} satisfies Rule
