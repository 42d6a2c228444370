import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { containersIn } from '../read/container.ts'
import { at, type Field, fieldOf, isSet, items, text } from '../read/field.ts'
import { reportLacking } from '../read/lacking.ts'
import { podKinds } from '../read/pod.ts'

export const resourcesRequired = {
  id: 'resources-required',
  severity: 'warning',
  scope: 'cluster',
  summary: 'A container requests CPU and memory and has a limit of memory.',
  why: "Without requests the scheduler takes the pod for nothing; without a limit one container takes the node's memory (a broker that forwards to itself took 553 MB in 5 s), and its neighbours are evicted. A limit of CPU is not asked for: it delays heartbeats.",
  fix: 'write resources with requests of cpu and memory, and limits of memory; or add a LimitRange to the namespace',
  kinds: podKinds,
  check: (resource, cluster) =>
    reportLacking(cluster.complete ? containersIn(resource) : [], ({ field, pod }) =>
      needed
        .filter(one => !isGiven(at(field, 'resources'), one, pod.namespace, cluster))
        .map(({ part, key }) => `${part}.${key}`),
    ),
} satisfies Rule

interface Quantity {
  readonly part: 'requests' | 'limits'
  readonly key: 'cpu' | 'memory'
}

const needed: readonly Quantity[] = [
  { part: 'requests', key: 'cpu' },
  { part: 'requests', key: 'memory' },
  { part: 'limits', key: 'memory' },
]

/** A request that is absent is that of the limit; both may come from a LimitRange (Kubernetes, "Limit Ranges"). */
function isGiven(resources: Field, { part, key }: Quantity, namespace: string | undefined, cluster: ClusterView) {
  if (isSet(at(resources, part, key)) || isSet(at(resources, 'limits', key))) return true
  const isDefault = (limit: Field) =>
    text(limit, 'type') === 'Container' &&
    (isSet(at(limit, 'default', key)) || (part === 'requests' && isSet(at(limit, 'defaultRequest', key))))
  return cluster
    .ofKind('LimitRange')
    .some(range => range.id.namespace === namespace && items(fieldOf(range, 'spec'), 'limits').some(isDefault))
}
