import type { Rule } from '../../model/rule.ts'
import { checkPodReferences } from '../read/check-references.ts'
import { podKinds } from '../read/pod.ts'
import { secretReferences } from '../read/pod-reference.ts'

export const danglingSecret = {
  id: 'dangling-secret',
  severity: 'error',
  scope: 'cluster',
  summary: 'Every Secret and key of one that a pod uses exists, or its Namespace expects it from outside Git.',
  why: 'The kubelet does not start a container whose Secret or key is absent: the pod stays in CreateContainerConfigError until someone makes it.',
  fix: 'name a Secret and a key that exist, or list them in the annotation gitops.fogflow.io/expects of the Namespace',
  kinds: podKinds,
  check: (resource, cluster) => checkPodReferences(resource, cluster, secretReferences),
} satisfies Rule
