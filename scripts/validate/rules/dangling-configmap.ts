import type { Rule } from '../../model/rule.ts'
import { checkPodReferences } from '../read/check-references.ts'
import { podKinds } from '../read/pod.ts'
import { configMapReferences } from '../read/pod-reference.ts'

export const danglingConfigmap = {
  id: 'dangling-configmap',
  severity: 'error',
  scope: 'cluster',
  summary: 'Every ConfigMap and key of one that a pod uses exists.',
  why: 'The kubelet does not start a container whose ConfigMap or key is absent: the pod stays in CreateContainerConfigError or ContainerCreating until someone makes it.',
  fix: 'name a ConfigMap and a key that exist, or add them',
  kinds: podKinds,
  check: (resource, cluster) => checkPodReferences(resource, cluster, configMapReferences),
} satisfies Rule
