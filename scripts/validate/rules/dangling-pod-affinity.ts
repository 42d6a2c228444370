import type { Rule } from '../../model/rule.ts'
import { checkSelector } from '../read/check-selector.ts'
import { at, type Field, isSet, items } from '../read/field.ts'
import { type Pod, podKinds, podOf } from '../read/pod.ts'
import { labelSelector } from '../read/selector.ts'

export const danglingPodAffinity = {
  id: 'dangling-pod-affinity',
  severity: 'error',
  scope: 'cluster',
  summary: 'A pod affinity or anti-affinity term selects at least one pod.',
  why: 'A required affinity to pods that do not exist keeps the pod Pending; an anti-affinity to them keeps nothing apart.',
  fix: 'select by labels that the pods have',
  kinds: podKinds,
  *check(resource, cluster) {
    const pod = podOf(resource)
    for (const term of pod ? affinityTerms(pod) : []) {
      const selector = labelSelector(at(term, 'labelSelector')) ?? []
      const isElsewhere = isSet(at(term, 'namespaces')) || isSet(at(term, 'namespaceSelector'))
      if (selector.length > 0 && !isElsewhere)
        yield* checkSelector({ selector, namespace: resource.id.namespace, cluster })
    }
  },
} satisfies Rule

function affinityTerms({ spec }: Pod): readonly Field[] {
  return ['podAffinity', 'podAntiAffinity'].flatMap(kind => [
    ...items(spec, 'affinity', kind, 'requiredDuringSchedulingIgnoredDuringExecution'),
    ...items(spec, 'affinity', kind, 'preferredDuringSchedulingIgnoredDuringExecution').map(preference =>
      at(preference, 'podAffinityTerm'),
    ),
  ])
}
