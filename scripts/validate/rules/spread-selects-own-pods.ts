import type { ClusterView } from '../../model/cluster-view.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { at, type Field, items, pathOf, texts } from '../read/field.ts'
import { type Pod, podKinds, podOf, selectPods } from '../read/pod.ts'
import { describe, holds, labelSelector } from '../read/selector.ts'
import { suggest } from '../read/suggest.ts'

/** What the controllers add to the labels of their pods. */
const hashes = ['pod-template-hash', 'controller-revision-hash']

export const spreadSelectsOwnPods = {
  id: 'spread-selects-own-pods',
  severity: 'error',
  scope: 'cluster',
  summary: 'A topology spread constraint selects the pods of its own template, and no others.',
  why: 'A constraint that counts other pods, or none, spreads nothing: all replicas may land on one node and die with it.',
  fix: 'select by labels of the template',
  kinds: podKinds,
  *check(resource, cluster) {
    const pod = podOf(resource)
    for (const constraint of pod ? items(pod.spec, 'topologySpreadConstraints') : [])
      if (pod) yield* checkConstraint(constraint, pod, cluster)
  },
} satisfies Rule

function* checkConstraint(constraint: Field, pod: Pod, cluster: ClusterView): Iterable<Finding> {
  const selector = labelSelector(at(constraint, 'labelSelector'))
  if (!selector) yield { path: pathOf(constraint), message: 'the constraint has no labelSelector: it counts no pods' }
  for (const requirement of selector ?? []) {
    if (holds(requirement, pod.labels)) continue
    yield {
      path: pathOf(requirement.field),
      message: `the constraint selects ${describe([requirement])}, which these pods do not have`,
      ...suggest(requirement.values[0] ?? '', pod.labels(requirement.key), 'select a label of the template'),
    }
  }
  const other = selector && selectPods(cluster, pod.namespace, selector).find(one => one.resource !== pod.resource)
  if (other && isWider(constraint, pod, other)) {
    const { kind, name } = other.resource.id
    yield {
      path: pathOf(constraint, 'labelSelector'),
      message: `the constraint counts the pods of ${kind} "${name}", too`,
    }
  }
  for (const key of items(constraint, 'matchLabelKeys')) {
    const name = String(key.value)
    const known = [...Object.keys(texts(pod.metadata, 'labels')), ...hashes]
    if (known.includes(name)) continue
    const otherwise = `name one of: ${known.join(', ')}`
    yield { path: pathOf(key), message: `these pods have no label "${name}"`, ...suggest(name, known, otherwise) }
  }
}

/** Unless a label tells them apart that matchLabelKeys adds to the selector. */
function isWider(constraint: Field, pod: Pod, other: Pod): boolean {
  const keys = items(constraint, 'matchLabelKeys').map(({ value }) => String(value))
  return keys.every(key => pod.labels(key).join() === other.labels(key).join() && !hashes.includes(key))
}
