import type { Rule } from '../../model/rule.ts'
import { at, fieldOf, items, pathOf } from '../read/field.ts'

export const bindingWithoutSubjects = {
  id: 'binding-without-subjects',
  severity: 'error',
  scope: 'resource',
  summary: 'A binding of a Role says whom it gives the rights to.',
  why: 'Without subjects it gives them to nobody: the API server takes the binding, and a worker that was meant is refused ("deployments.apps is forbidden") for every task.',
  fix: 'write the ServiceAccount under subjects, or delete the binding',
  kinds: ['RoleBinding', 'ClusterRoleBinding'],
  *check(resource) {
    const binding = fieldOf(resource)
    if (items(binding, 'subjects').length > 0) return
    const field = at(binding, 'subjects')
    yield { path: pathOf(field), at: 'key', message: `${resource.id.kind} "${resource.id.name}" has no subjects` }
  },
} satisfies Rule
