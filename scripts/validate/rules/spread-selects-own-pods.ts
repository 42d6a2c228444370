import type { Rule } from '../../model/rule.ts'
import { at, items, pathOf } from '../read/field.ts'
import { podKinds, podOf } from '../read/pod.ts'
import { describe, holds, labelSelector } from '../read/selector.ts'
import { suggest } from '../read/suggest.ts'

export const spreadSelectsOwnPods = {
  id: 'spread-selects-own-pods',
  severity: 'error',
  scope: 'resource',
  summary: 'A topology spread constraint selects the pods of its own template.',
  why: 'A constraint that counts other pods, or none, spreads nothing: all replicas may land on one node and die with it.',
  fix: 'select by labels of the template',
  kinds: podKinds,
  *check(resource) {
    const pod = podOf(resource)
    for (const constraint of pod ? items(pod.spec, 'topologySpreadConstraints') : []) {
      for (const requirement of labelSelector(at(constraint, 'labelSelector')) ?? []) {
        if (!pod || holds(requirement, pod.labels)) continue
        yield {
          path: pathOf(requirement.field),
          message: `the constraint selects ${describe([requirement])}, which these pods do not have`,
          ...suggest(requirement.values[0] ?? '', pod.labels(requirement.key), 'select a label of the template'),
        }
      }
    }
  },
} satisfies Rule
