import type { Rule } from '../../model/rule.ts'
import { fieldOf, pathOf } from '../read/field.ts'

export const parallelPodManagement = {
  id: 'parallel-pod-management',
  severity: 'warning',
  scope: 'resource',
  summary: 'A StatefulSet has podManagementPolicy: Parallel.',
  why: 'With OrderedReady, the default, a pod that does not get ready blocks its own revert until somebody deletes it by hand (Kubernetes, "StatefulSets", forced rollback), and the field cannot be changed later.',
  fix: 'write podManagementPolicy: Parallel',
  kinds: ['StatefulSet'],
  *check(resource) {
    const field = fieldOf(resource, 'spec', 'podManagementPolicy')
    if (field.value === 'Parallel') return
    const what = field.value === undefined ? 'OrderedReady by default' : `"${field.value}"`
    const message = `podManagementPolicy is ${what}: reverting a bad change does not bring the pods back`
    yield { path: pathOf(field), at: field.value === undefined ? 'key' : 'value', message }
  },
} satisfies Rule
