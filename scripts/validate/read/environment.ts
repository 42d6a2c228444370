import type { ClusterView } from '../../model/cluster-view.ts'
import { type Container, environmentOf } from './container.ts'
import { at, type Field, fieldOf, isSet, items, text, texts } from './field.ts'
import { ordinalOf, type Pod } from './pod.ts'

/** `${NAME}` as the init container fills it, `$(NAME)` as the kubelet does. */
export const placeholder = /\$\{(?<name>[A-Z][A-Z0-9_]*)\}/dg
export const kubeletReference = /(?<!\$)(?:\$\$)*\$\((?<name>[A-Za-z_][A-Za-z0-9_]*)\)/dg

/** What the name of a variable ends with whose value is a list with a word for each pod of a StatefulSet. */
const ofPod = '_OF_POD'

/** Whether a container's environment may have names that Git does not know. */
export function hasUnknownNames({ field }: Container): boolean {
  return items(field, 'envFrom').length > 0
}

/**
 * A text with its placeholders replaced, as one pod will have it; undefined where a value is known at run time only.
 * `podName` is that of a StatefulSet's replica; the pods of a Deployment have names that nobody can rely on.
 */
export function expand(
  template: string,
  container: Container,
  podName: string | undefined,
  cluster: ClusterView,
): string | undefined {
  let isKnown = true
  const filled = template.replace(/\$\{([A-Z][A-Z0-9_]*)\}|\$\(([A-Za-z_][A-Za-z0-9_]*)\)/g, (whole, braces, round) => {
    const name = braces ?? round
    const set = environmentValue(environmentOf(container).get(name), container.pod, podName, cluster)
    const value = braces?.endsWith(ofPod) && set !== undefined ? wordOf(set, podName) : set
    isKnown &&= value !== undefined
    return value ?? whole
  })
  return isKnown ? filled : undefined
}

/** A list with a word for each pod of a StatefulSet: the pod's own; undefined where there is none for it. */
function wordOf(list: string, podName: string | undefined): string | undefined {
  return podName === undefined ? undefined : list.split(' ')[Number(ordinalOf(podName))]
}

function environmentValue(
  entry: Field | undefined,
  pod: Pod,
  podName: string | undefined,
  cluster: ClusterView,
): string | undefined {
  if (!entry) return undefined
  const value = text(entry, 'value')
  if (value !== undefined) return value.includes('$(') ? undefined : value
  const field = text(entry, 'valueFrom', 'fieldRef', 'fieldPath')
  if (field !== undefined) return podField(field, pod, podName)
  const source = at(entry, 'valueFrom', 'configMapKeyRef')
  if (!isSet(source)) return undefined
  const object = cluster.find('ConfigMap', pod.namespace, text(source, 'name') ?? '')
  return object && text(fieldOf(object), 'data', text(source, 'key') ?? '')
}

function podField(path: string, pod: Pod, podName: string | undefined): string | undefined {
  if (path === 'metadata.name') return podName
  if (path === 'metadata.namespace') return pod.namespace
  if (path === 'spec.serviceAccountName') return text(pod.spec, 'serviceAccountName') ?? 'default'
  const label = /^metadata\.(labels|annotations)\['(.+)'\]$/.exec(path)
  if (!label) return undefined
  const [, map = '', key = ''] = label
  if (key === 'apps.kubernetes.io/pod-index') return podName && ordinalOf(podName)
  if (key === 'statefulset.kubernetes.io/pod-name') return podName
  return texts(pod.metadata, map)[key]
}

/** The names under which a pod's containers run: one a replica of a StatefulSet, else one that nobody knows. */
export function podInstances(pod: Pod): readonly (string | undefined)[] {
  return pod.names.length > 0 ? pod.names : [undefined]
}
