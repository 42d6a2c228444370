import type { Rule } from '../../model/rule.ts'
import { containersOf } from '../read/container.ts'
import { at, type Field, isSet, items, pathOf, text, texts } from '../read/field.ts'
import { type Pod, podKinds, podOf } from '../read/pod.ts'
import type { Problem } from '../read/resolve-host.ts'
import { suggest } from '../read/suggest.ts'

/** What env and volumes may name (Kubernetes, "Downward API", available fields). */
const known: readonly string[] = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'metadata.labels',
  'metadata.annotations',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
]

/** Labels and annotations that controllers set on a pod, beside those of its template. */
const setByControllers: Readonly<Record<string, readonly string[]>> = {
  StatefulSet: ['apps.kubernetes.io/pod-index', 'statefulset.kubernetes.io/pod-name', 'controller-revision-hash'],
  Deployment: ['pod-template-hash'],
  ReplicaSet: ['pod-template-hash'],
  DaemonSet: ['controller-revision-hash', 'pod-template-generation'],
  Job: [
    'batch.kubernetes.io/job-name',
    'batch.kubernetes.io/job-completion-index',
    'batch.kubernetes.io/controller-uid',
  ],
}

export const downwardApiField = {
  id: 'downward-api-field',
  severity: 'error',
  scope: 'resource',
  summary: 'A field of its own that a pod hands to a container exists.',
  why: 'The API server refuses an unknown field; a label that the pod does not have becomes an empty value, and a worker without its index launches into the wrong namespace.',
  fix: 'name a field or a label that the pod has',
  kinds: podKinds,
  *check(resource) {
    const pod = podOf(resource)
    for (const field of pod ? fieldPaths(pod) : []) {
      const problem = pod && checkFieldPath(text(field) ?? '', pod)
      if (problem) yield { path: pathOf(field), ...problem }
    }
  },
} satisfies Rule

function checkFieldPath(path: string, { resource, metadata }: Pod): Problem | undefined {
  const [, map, key = ''] = /^metadata\.(labels|annotations)\['(.*)'\]$/.exec(path) ?? []
  if (map === undefined) return checkKnown(path, known, `the pod has no field "${path}" to hand out`)
  const keys = [...Object.keys(texts(metadata, map)), ...(setByControllers[resource.id.kind] ?? [])]
  return checkKnown(key, keys, `the pod has no ${map.slice(0, -1)} "${key}"`)
}

function checkKnown(name: string, names: readonly string[], message: string): Problem | undefined {
  return names.includes(name) ? undefined : { message, ...suggest(name, names, `name one of: ${names.join(', ')}`) }
}

function fieldPaths(pod: Pod): readonly Field[] {
  const volumes = items(pod.spec, 'volumes')
  const holders = [
    ...containersOf(pod).flatMap(({ field }) => items(field, 'env').map(entry => at(entry, 'valueFrom'))),
    ...volumes.flatMap(volume => items(volume, 'downwardAPI', 'items')),
    ...volumes.flatMap(volume =>
      items(volume, 'projected', 'sources').flatMap(source => items(source, 'downwardAPI', 'items')),
    ),
  ]
  return holders.map(holder => at(holder, 'fieldRef', 'fieldPath')).filter(isSet)
}
