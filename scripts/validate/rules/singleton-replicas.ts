import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { at, fieldOf, number, pathOf, text } from '../read/field.ts'
import { memoize } from '../read/memoize.ts'
import { singletonOf } from '../read/singleton.ts'

export const singletonReplicas = {
  id: 'singleton-replicas',
  severity: 'error',
  scope: 'cluster',
  summary: 'Discovery, master, designer, RabbitMQ and Dgraph run once: one workload, one replica, no autoscaler.',
  why: "All state is in one process's memory or in one file, and nobody copies it: of two replicas each gets half of the registrations, intents and messages (measured: 4 intents split 2 and 2, 2 of 4 functions could not be disabled), and a second master starts every task twice.",
  fix: 'keep one; what FogFlow has more of is brokers and workers, each with an id of its own',
  kinds: ['Deployment', 'StatefulSet', 'ReplicaSet', 'DaemonSet', 'HorizontalPodAutoscaler'],
  *check(resource, cluster) {
    if (resource.id.kind === 'HorizontalPodAutoscaler') yield* checkAutoscaler(resource, cluster)
    else yield* checkWorkload(resource, cluster)
  },
} satisfies Rule

function* checkWorkload(resource: Resource, cluster: ClusterView): Iterable<Finding> {
  const singleton = singletonOf(resource)
  if (singleton === undefined) return
  const replicas = fieldOf(resource, 'spec', 'replicas')
  const count = typeof replicas.value === 'number' ? replicas.value : 1
  if (resource.id.kind === 'DaemonSet') yield { path: ['kind'], message: `${singleton} would run on every node` }
  else if (count > 1) yield { path: pathOf(replicas), message: `${singleton} would run ${count} times` }
  const [first] = singletons(cluster).get(`${singleton} ${resource.id.namespace ?? ''}`) ?? []
  if (first && first !== resource && count > 0)
    yield { path: ['metadata', 'name'], message: `${singleton} runs here a second time, beside "${first.id.name}"` }
}

function* checkAutoscaler(autoscaler: Resource, cluster: ClusterView): Iterable<Finding> {
  const target = fieldOf(autoscaler, 'spec', 'scaleTargetRef')
  const [kind = '', name = ''] = [text(target, 'kind'), text(target, 'name')]
  const workload = cluster.find(kind, autoscaler.id.namespace, name)
  const singleton = workload && singletonOf(workload)
  const most = number(fieldOf(autoscaler, 'spec'), 'maxReplicas') ?? 1
  if (singleton === undefined || most <= 1) return
  yield {
    path: pathOf(at(fieldOf(autoscaler, 'spec'), 'maxReplicas')),
    message: `${singleton} would run up to ${most} times`,
  }
}

/** The workloads of each singleton that are meant to run, in each namespace. */
const singletons = memoize((cluster: ClusterView): ReadonlyMap<string, readonly Resource[]> => {
  const found = new Map<string, Resource[]>()
  for (const kind of ['Deployment', 'StatefulSet', 'DaemonSet'])
    for (const resource of cluster.ofKind(kind)) {
      const singleton = singletonOf(resource)
      if (singleton === undefined || number(fieldOf(resource, 'spec'), 'replicas') === 0) continue
      const key = `${singleton} ${resource.id.namespace ?? ''}`
      found.set(key, [...(found.get(key) ?? []), resource])
    }
  return found
})
