import type { Rule } from '../../model/rule.ts'
import { fieldOf, pathOf } from '../read/field.ts'
import { podOf } from '../read/pod.ts'
import { describe, holds, labelSelector } from '../read/selector.ts'
import { suggest } from '../read/suggest.ts'

export const mismatchingSelector = {
  id: 'mismatching-selector',
  severity: 'error',
  scope: 'resource',
  summary: "A workload's selector selects the pods of its own template.",
  why: 'The API server refuses such a Deployment, StatefulSet or DaemonSet ("selector does not match template labels").',
  fix: 'give selector and template the same labels',
  kinds: ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'],
  *check(resource) {
    const pod = podOf(resource)
    const selector = labelSelector(fieldOf(resource, 'spec', 'selector'))
    if (!pod || !selector) return
    for (const requirement of selector) {
      if (holds(requirement, pod.labels)) continue
      const actual = pod.labels(requirement.key)
      const has = actual.length === 0 ? 'no such label' : `${requirement.key}=${actual.join(',')}`
      yield {
        path: pathOf(requirement.field),
        message: `the selector wants ${describe([requirement])}, the template has ${has}`,
        ...suggest(requirement.values[0] ?? '', actual, 'give selector and template the same labels'),
      }
    }
  },
} satisfies Rule
