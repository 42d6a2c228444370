import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Rule } from '../../model/rule.ts'
import { fieldOf, number, pathOf, text } from '../read/field.ts'
import { selectPods } from '../read/pod.ts'
import { mapSelector } from '../read/selector.ts'

const index = 'apps.kubernetes.io/pod-index'

export const shardService = {
  id: 'shard-service',
  severity: 'error',
  scope: 'cluster',
  summary: 'Of the Services that each select one pod of a StatefulSet, every pod has one and none has two.',
  why: 'A broker shard keeps its entities to itself (broker/thinBroker.go:25-45): one without a Service is reached by nobody, and calls at the address of another land at a shard that knows nothing of them.',
  fix: `count ${index} from 0 up to the replicas of the StatefulSet, once each`,
  kinds: ['Service'],
  *check(resource, cluster) {
    const own = ordinalOf(resource)
    if (own === undefined) return
    const [set] = selectPods(
      cluster,
      resource.id.namespace,
      mapSelector(selectorOf(resource)).filter(({ key }) => key !== index),
    )
    if (!set) return
    const group = groupOf(resource, cluster)
    const replicas = number(fieldOf(set.resource, 'spec'), 'replicas') ?? 1
    const path = pathOf(selectorOf(resource), index)
    const first = group.find(other => ordinalOf(other) === own)
    if (Number(own) >= replicas)
      yield {
        path,
        message: `${set.resource.id.kind} "${set.resource.id.name}" has ${replicas} pods, and none with index ${own}`,
      }
    else if (first && first !== resource)
      yield { path, message: `Service "${first.id.name}" is for the pod with index ${own} already` }
    else if (first === resource && group[0] === resource) yield* checkGroup(group, replicas)
  },
} satisfies Rule

function* checkGroup(group: readonly Resource[], replicas: number) {
  const known = new Set(group.map(ordinalOf))
  const lacking = Array.from({ length: replicas }, (_, ordinal) => String(ordinal)).filter(
    ordinal => !known.has(ordinal),
  )
  const isEachSound = known.size === group.length && group.every(one => Number(ordinalOf(one)) < replicas)
  if (group.length < 2 || lacking.length === 0 || !isEachSound) return
  const message = `no Service is for the pod with index ${lacking.join(', ')}`
  yield { path: pathOf(selectorOf(group[0] as Resource), index), message }
}

function selectorOf(service: Resource) {
  return fieldOf(service, 'spec', 'selector')
}

function ordinalOf(service: Resource): string | undefined {
  return text(selectorOf(service), index)
}

/** The Services that select one pod each among the same pods. */
function groupOf(service: Resource, cluster: ClusterView): readonly Resource[] {
  const others = (one: Resource) =>
    mapSelector(selectorOf(one))
      .filter(({ key }) => key !== index)
      .map(({ key, values }) => `${key}=${values[0]}`)
      .sort()
      .join()
  return cluster
    .ofKind('Service')
    .filter(
      one =>
        ordinalOf(one) !== undefined && one.id.namespace === service.id.namespace && others(one) === others(service),
    )
}
