import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import { at, type Field, fieldOf, isSet, number, texts } from './field.ts'
import { memoize } from './memoize.ts'
import { holds, type Labels, mapSelector, type Selector, selects } from './selector.ts'

/** The pods that one resource makes, all from one template. */
export interface Pod {
  /** The Pod itself or the workload that makes it. */
  readonly resource: Resource
  readonly namespace: string | undefined
  readonly metadata: Field
  readonly spec: Field
  /** What is known of the labels at run time, those that the StatefulSet controller sets included. */
  readonly labels: Labels
  /** The names that other objects may rely on: those of a StatefulSet's replicas and of a bare Pod. */
  readonly names: readonly string[]
}

const templatePaths: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  PodTemplate: ['template'],
  Deployment: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
}

/** The kinds that make pods. */
export const podKinds: readonly string[] = Object.keys(templatePaths)

export const podOf: (resource: Resource) => Pod | undefined = memoize(resource => {
  const path = Object.hasOwn(templatePaths, resource.id.kind) ? templatePaths[resource.id.kind] : undefined
  const template = path && fieldOf(resource, ...path)
  if (!template || !isSet(at(template, 'spec'))) return undefined
  const names = podNames(resource)
  return {
    resource,
    namespace: resource.id.namespace,
    metadata: at(template, 'metadata'),
    spec: at(template, 'spec'),
    labels: podLabels(resource, texts(template, 'metadata', 'labels'), names),
    names,
  }
})

/** All pods of a cluster that its manifests make (tasks are made at run time, by the worker). */
export const podsOf: (cluster: ClusterView) => readonly Pod[] = memoize(cluster =>
  cluster.resources.flatMap(resource => podOf(resource) ?? []),
)

export function selectPods(cluster: ClusterView, namespace: string | undefined, selector: Selector): readonly Pod[] {
  return podsOf(cluster).filter(pod => cluster.mayBeOne(pod.namespace, namespace) && selects(selector, pod.labels))
}

/** The first requirement without which there would be pods: the one that is probably wrong. */
export function blame(selector: Selector, pods: readonly Pod[]): Selector[number] | undefined {
  return (
    selector.find(one =>
      pods.some(pod =>
        selects(
          selector.filter(other => other !== one),
          pod.labels,
        ),
      ),
    ) ?? selector.find(one => !pods.some(pod => holds(one, pod.labels)))
  )
}

function podNames(resource: Resource): readonly string[] {
  const { kind, name } = resource.id
  if (kind === 'Pod') return [name]
  if (kind !== 'StatefulSet') return []
  const first = number(fieldOf(resource, 'spec', 'ordinals'), 'start') ?? 0
  const replicas = number(fieldOf(resource, 'spec'), 'replicas') ?? 1
  return Array.from({ length: Math.min(Math.max(replicas, 0), 1000) }, (_, index) => `${name}-${first + index}`)
}

/** A StatefulSet's controller gives each pod its name and (since Kubernetes 1.28) its index as labels. */
function podLabels(resource: Resource, template: Readonly<Record<string, string>>, names: readonly string[]): Labels {
  return key => {
    if (resource.id.kind === 'StatefulSet') {
      if (key === 'statefulset.kubernetes.io/pod-name') return names
      if (key === 'apps.kubernetes.io/pod-index') return names.map(ordinalOf)
    }
    const value = Object.hasOwn(template, key) ? template[key] : undefined
    return value === undefined ? [] : [value]
  }
}

/** The number at the end of a StatefulSet pod's name. */
export function ordinalOf(podName: string): string {
  return podName.slice(podName.lastIndexOf('-') + 1)
}

/** The Services that select a pod. */
export function servicesOf(pod: Pod, cluster: ClusterView): readonly Resource[] {
  return cluster.ofKind('Service').filter(service => {
    const selector = mapSelector(fieldOf(service, 'spec', 'selector'))
    return selector.length > 0 && cluster.mayBeOne(service.id.namespace, pod.namespace) && selects(selector, pod.labels)
  })
}
