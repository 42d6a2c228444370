import type { ClusterView } from '../../model/cluster-view.ts'
import type { Finding } from '../../model/rule.ts'
import { pathOf } from './field.ts'
import { namespacesOf, selectNamespaces } from './namespace.ts'
import { describe, holds, labelsOf, type Selector } from './selector.ts'
import { nearest, suggest } from './suggest.ts'

/** A finding at the label that keeps a selector from selecting any namespace, unless it may be one that others set. */
export function* checkNamespaces(selector: Selector, cluster: ClusterView): Iterable<Finding> {
  if (!cluster.complete || selector.length === 0 || selectNamespaces(cluster, selector).length > 0) return
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
