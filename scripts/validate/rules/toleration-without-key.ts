import type { Rule } from '../../model/rule.ts'
import { at, isSet, items, pathOf, text } from '../read/field.ts'
import { podKinds, podOf } from '../read/pod.ts'

export const tolerationWithoutKey = {
  id: 'toleration-without-key',
  severity: 'warning',
  scope: 'resource',
  summary: 'A toleration names the taint that it is for.',
  why: 'Without a key it tolerates every taint: the pod goes to nodes that are kept for others, and stays on one that is lost (Kubernetes, "Taints and Tolerations"). With operator Equal the API server refuses it.',
  fix: 'write the key of the taint',
  // A DaemonSet is to run on every node.
  kinds: podKinds.filter(kind => kind !== 'DaemonSet'),
  *check(resource) {
    const pod = podOf(resource)
    for (const toleration of pod ? items(pod.spec, 'tolerations') : []) {
      if (isSet(at(toleration, 'key')) && text(toleration, 'key') !== '') continue
      yield { path: pathOf(toleration), message: 'the toleration has no key: it tolerates every taint' }
    }
  },
} satisfies Rule
