import type { Rule } from '../../model/rule.ts'
import { at, entries, type Field, isSet, items, pathOf } from '../read/field.ts'
import { podKinds, podOf } from '../read/pod.ts'

export const emptyAffinity = {
  id: 'empty-affinity',
  severity: 'warning',
  scope: 'resource',
  summary: 'An affinity says which nodes or pods it means.',
  why: 'A node selector term without a condition fits no node, and the pod waits for ever (Kubernetes, "Assigning Pods to Nodes"); a node affinity without anything binds the pod to nothing.',
  fix: 'write the condition, or delete the affinity',
  kinds: podKinds,
  *check(resource) {
    const pod = podOf(resource)
    const affinity = pod && at(pod.spec, 'affinity', 'nodeAffinity')
    if (!affinity || !isSet(affinity)) return
    const required = at(affinity, 'requiredDuringSchedulingIgnoredDuringExecution')
    if (entries(affinity).filter(isSet).length === 0)
      yield { path: pathOf(affinity), at: 'key', message: 'nodeAffinity says nothing' }
    else if (isSet(required)) yield* checkTerms(required)
  },
} satisfies Rule

function* checkTerms(required: Field) {
  const terms = items(required, 'nodeSelectorTerms')
  const isEmpty = (term: Field) => [...items(term, 'matchExpressions'), ...items(term, 'matchFields')].length === 0
  for (const term of terms.filter(isEmpty))
    yield { path: pathOf(term), message: 'this term has no condition: it fits no node' }
  if (terms.length === 0) yield { path: pathOf(required), message: 'there are no nodeSelectorTerms' }
}
