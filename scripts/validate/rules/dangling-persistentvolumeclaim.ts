import type { Rule } from '../../model/rule.ts'
import { checkPodReferences } from '../read/check-references.ts'
import { podKinds } from '../read/pod.ts'
import { claimReferences } from '../read/pod-reference.ts'

export const danglingPersistentvolumeclaim = {
  id: 'dangling-persistentvolumeclaim',
  severity: 'error',
  scope: 'cluster',
  summary: 'Every PersistentVolumeClaim that a pod uses exists.',
  why: 'The scheduler keeps a pod Pending while a claim that it names does not exist.',
  fix: 'name a claim that exists, or add it',
  kinds: podKinds,
  check: (resource, cluster) => checkPodReferences(resource, cluster, claimReferences),
} satisfies Rule
