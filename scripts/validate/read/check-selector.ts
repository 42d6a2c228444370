import type { ClusterView } from '../../model/cluster-view.ts'
import type { Finding } from '../../model/rule.ts'
import { pathOf } from './field.ts'
import { inNamespace } from './object-reference.ts'
import { blame, podsOf, selectPods } from './pod.ts'
import { describe, type Selector } from './selector.ts'
import { suggest } from './suggest.ts'

interface Question {
  /** Not empty: an empty selector selects everything. */
  readonly selector: Selector
  readonly namespace: string | undefined
  readonly cluster: ClusterView
}

/** A finding at the label that keeps a selector from selecting any pod, if it selects none. */
export function* checkSelector({ selector, namespace, cluster }: Question): Iterable<Finding> {
  if (!cluster.complete || selectPods(cluster, namespace, selector).length > 0) return
  const pods = podsOf(cluster).filter(pod => cluster.mayBeOne(pod.namespace, namespace))
  const culprit = blame(selector, pods) ?? selector[0]
  if (!culprit) return
  const values = pods.flatMap(pod => pod.labels(culprit.key))
  yield {
    path: pathOf(culprit.field),
    message: `no pod${inNamespace(namespace)} has the labels ${describe(selector)}`,
    ...suggest(culprit.values[0] ?? '', values, fixFor(culprit.key, values)),
  }
}

function fixFor(key: string, values: readonly string[]): string {
  if (values.length === 0) return `no pod there has a label "${key}": select by a label that the pods have`
  return `select a value of "${key}" that pods have: ${[...new Set(values)].sort().join(', ')}`
}
