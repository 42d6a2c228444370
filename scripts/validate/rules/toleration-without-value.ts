import type { Rule } from '../../model/rule.ts'
import { at, isSet, items, pathOf, text } from '../read/field.ts'
import { podKinds, podOf } from '../read/pod.ts'

export const tolerationWithoutValue = {
  id: 'toleration-without-value',
  severity: 'warning',
  scope: 'resource',
  summary: 'A toleration that compares the value of a taint has one.',
  why: 'Equal, the default operator, tolerates only the taint of this very value: without one, the taint with an empty value (Kubernetes, "Taints and Tolerations").',
  fix: 'write the value, or operator: Exists',
  kinds: podKinds,
  *check(resource) {
    const pod = podOf(resource)
    for (const toleration of pod ? items(pod.spec, 'tolerations') : []) {
      const isEqual = (text(toleration, 'operator') ?? 'Equal') === 'Equal'
      if (!isEqual || !isSet(at(toleration, 'key')) || isSet(at(toleration, 'value'))) continue
      yield {
        path: pathOf(toleration),
        message: `the toleration of "${text(toleration, 'key')}" compares a value and has none`,
      }
    }
  },
} satisfies Rule
