import type { Rule } from '../../model/rule.ts'
import { checkPodReferences } from '../read/check-references.ts'
import { at } from '../read/field.ts'
import { podKinds } from '../read/pod.ts'

export const nonExistentServiceAccount = {
  id: 'non-existent-service-account',
  severity: 'error',
  scope: 'cluster',
  summary: 'Every ServiceAccount that a pod runs as exists.',
  why: 'The API server refuses to create a pod whose ServiceAccount does not exist; the workload stays at 0 pods.',
  fix: 'name a ServiceAccount that exists, or add it',
  kinds: podKinds,
  check: (resource, cluster) =>
    checkPodReferences(resource, cluster, ({ namespace, spec }) =>
      ['serviceAccountName', 'serviceAccount'].map(key => ({
        kind: 'ServiceAccount',
        namespace,
        name: at(spec, key),
        isExternal: name => name === 'default',
      })),
    ),
} satisfies Rule
