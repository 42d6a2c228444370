import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { entries, type Field, items, pathOf, text } from '../read/field.ts'
import { memoize } from '../read/memoize.ts'
import { type Pod, podKinds, podOf, podsOf } from '../read/pod.ts'

export const poolToleration = {
  id: 'pool-toleration',
  severity: 'error',
  scope: 'cluster',
  summary: 'All pods that are bound to one pool of nodes tolerate the taint of it that one of them tolerates.',
  why: 'A pool that is kept for some pods has a taint beside its label: a pod that selects the label and does not tolerate the taint waits for a node for ever (Kubernetes, "Taints and Tolerations", dedicated nodes).',
  fix: 'write the toleration that the other pods of the pool have',
  kinds: podKinds,
  *check(resource, cluster) {
    const pod = podOf(resource)
    for (const { key, value } of pod ? entries(pod.spec, 'nodeSelector') : []) {
      const other = tolerant(cluster).get(`${key}=${value}`)
      if (!pod || !other || tolerationsOf(pod, String(key)).some(one => isAlike(one, other.toleration))) continue
      const { kind, name } = other.pod.resource.id
      const message = `${kind} "${name}" tolerates ${describe(other.toleration)} of the nodes with ${key}=${value}, and these pods do not`
      yield { path: pathOf(pod.spec, 'tolerations'), at: 'key', message }
    }
  },
} satisfies Rule

/** By the label of a pool, a pod that is bound to it and tolerates a taint with the key of the label. */
const tolerant = memoize((cluster: ClusterView) => {
  const found = new Map<string, { readonly pod: Pod; readonly toleration: Field }>()
  for (const pod of podsOf(cluster))
    for (const { key, value } of entries(pod.spec, 'nodeSelector'))
      for (const toleration of tolerationsOf(pod, String(key)))
        if (!found.has(`${key}=${value}`)) found.set(`${key}=${value}`, { pod, toleration })
  return found
})

function tolerationsOf(pod: Pod, key: string): readonly Field[] {
  return items(pod.spec, 'tolerations').filter(toleration => text(toleration, 'key') === key)
}

/** Whether there may be one taint that both tolerate. */
function isAlike(one: Field, other: Field): boolean {
  return covers(one, other) || covers(other, one)
}

/** Whether one toleration lets a pod go wherever the other one does. */
function covers(one: Field, other: Field): boolean {
  const isSame = (key: string) => (text(one, key) ?? '') === (text(other, key) ?? '')
  const hasEffect = text(one, 'effect') === undefined || isSame('effect')
  return hasEffect && (text(one, 'operator') === 'Exists' || (isSame('operator') && isSame('value')))
}

function describe(toleration: Field): string {
  const [key, value, effect] = ['key', 'value', 'effect'].map(name => text(toleration, name))
  return `${key}${value === undefined ? '' : `=${value}`}${effect === undefined ? '' : `:${effect}`}`
}
