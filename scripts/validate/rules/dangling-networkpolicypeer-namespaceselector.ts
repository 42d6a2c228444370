import type { ClusterView } from '../../model/cluster-view.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { pathOf } from '../read/field.ts'
import { namespacesOf, selectNamespaces } from '../read/namespace.ts'
import { policyRules } from '../read/network-policy.ts'
import { describe, holds, labelsOf, type Selector } from '../read/selector.ts'
import { nearest, suggest } from '../read/suggest.ts'

export const danglingNetworkpolicypeerNamespaceselector = {
  id: 'dangling-networkpolicypeer-namespaceselector',
  severity: 'error',
  scope: 'cluster',
  summary: 'The namespaceSelector of a NetworkPolicy peer selects a namespace.',
  why: 'A peer without namespaces permits nobody: under default deny the flow that it was written for is cut.',
  fix: 'select a namespace that exists, or list it in an annotation gitops.fogflow.io/expects',
  kinds: ['NetworkPolicy'],
  *check(resource, cluster) {
    if (!cluster.complete) return
    for (const { peers } of policyRules(resource))
      for (const { namespaceSelector } of peers) yield* checkNamespaces(namespaceSelector ?? [], cluster)
  },
} satisfies Rule

function* checkNamespaces(selector: Selector, cluster: ClusterView): Iterable<Finding> {
  if (selector.length === 0 || selectNamespaces(cluster, selector).length > 0) return
  const known = namespacesOf(cluster)
  const keys = known.flatMap(({ labels }) => Object.keys(labels))
  const culprit = selector.find(one => !known.some(({ labels }) => holds(one, labelsOf(labels))))
  if (!culprit || (!keys.includes(culprit.key) && nearest(culprit.key, keys) === undefined)) return
  const values = known.flatMap(({ labels }) => labels[culprit.key] ?? [])
  yield {
    path: pathOf(culprit.field),
    message: `no namespace has the labels ${describe(selector)}`,
    ...(values.length === 0
      ? suggest(culprit.key, keys, 'select a label that a namespace has')
      : suggest(culprit.values[0] ?? '', values, `select one that exists (${[...new Set(values)].join(', ')})`)),
  }
}
