import type { Rule } from '../../model/rule.ts'
import { fieldOf, items, pathOf, text } from '../read/field.ts'

export const subjectNamespace = {
  id: 'subject-namespace',
  severity: 'error',
  scope: 'cluster',
  summary: 'A ServiceAccount that a ClusterRoleBinding names has a namespace.',
  why: 'The API server refuses the binding ("subjects[0].namespace: Required value"), since it has no namespace of its own; kustomize fills it in only for an account that it makes itself.',
  fix: 'write the namespace of the account',
  kinds: ['ClusterRoleBinding'],
  *check(resource, { complete }) {
    for (const subject of complete ? items(fieldOf(resource), 'subjects') : []) {
      if (text(subject, 'kind') !== 'ServiceAccount' || text(subject, 'namespace')) continue
      yield { path: pathOf(subject), message: `ServiceAccount "${text(subject, 'name')}" has no namespace here` }
    }
  },
} satisfies Rule
