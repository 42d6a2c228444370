import type { Rule } from '../../model/rule.ts'
import { at, entries, type Field, fieldOf, items, pathOf } from '../read/field.ts'
import { podOf } from '../read/pod.ts'
import { nearest } from '../read/suggest.ts'

/** Labels, annotations and taints that Kubernetes itself gives a meaning (Kubernetes, "Well-Known Labels, Annotations and Taints"). */
const known: readonly string[] = [
  ...['name', 'instance', 'version', 'component', 'part-of', 'managed-by'].map(name => `app.kubernetes.io/${name}`),
  ...['enforce', 'audit', 'warn'].flatMap(mode => [
    `pod-security.kubernetes.io/${mode}`,
    `pod-security.kubernetes.io/${mode}-version`,
  ]),
  ...['arch', 'hostname', 'os', 'metadata.name', 'change-cause'].map(name => `kubernetes.io/${name}`),
  ...['region', 'zone'].map(name => `topology.kubernetes.io/${name}`),
  ...['control-plane', 'master'].map(name => `node-role.kubernetes.io/${name}`),
  ...['not-ready', 'unreachable', 'unschedulable', 'memory-pressure', 'disk-pressure', 'pid-pressure'].map(
    name => `node.kubernetes.io/${name}`,
  ),
  ...['network-unavailable', 'out-of-service', 'instance-type'].map(name => `node.kubernetes.io/${name}`),
  'apps.kubernetes.io/pod-index',
  'statefulset.kubernetes.io/pod-name',
  'ingressclass.kubernetes.io/is-default-class',
  'storageclass.kubernetes.io/is-default-class',
  'gitops.fogflow.io/expects',
  'gitops.fogflow.io/namespace',
]

export const misspeltWellKnownLabel = {
  id: 'misspelt-well-known-label',
  severity: 'error',
  scope: 'resource',
  summary: 'A label, taint or topology key is not nearly, but not quite, one that Kubernetes gives a meaning.',
  why: 'A misspelt key means nothing: the toleration tolerates no taint, the namespace enforces no Pod Security, the node that is asked for does not exist.',
  fix: 'write the key as Kubernetes does',
  *check(resource) {
    for (const { field, key } of keysIn(fieldOf(resource), podOf(resource)?.spec)) {
      const near = findMeant(key)
      if (near !== undefined)
        yield {
          path: pathOf(field),
          at: 'key',
          message: `"${key}" means nothing to Kubernetes`,
          fix: `did you mean "${near}"?`,
        }
    }
  },
} satisfies Rule

/** What was meant by a key that is nearly a known one. Keys of one family are alike: only one wrong letter counts. */
function findMeant(key: string): string | undefined {
  if (!meant.has(key)) meant.set(key, known.includes(key) ? undefined : nearest(key, known, 1))
  return meant.get(key)
}

const meant = new Map<string, string | undefined>()

interface Key {
  readonly field: Field
  readonly key: string
}

function keysIn(root: Field, pod: Field | undefined): readonly Key[] {
  const maps = ['labels', 'annotations'].flatMap(name => [
    ...entries(root, 'metadata', name),
    ...entries(root, 'spec', 'template', 'metadata', name),
  ])
  const ofMaps = [...maps, ...(pod ? entries(pod, 'nodeSelector') : [])].map(field => ({
    field,
    key: String(field.key),
  }))
  return [...ofMaps, ...(pod ? [...itemKeys(pod), ...nodeAffinityKeys(pod)] : [])]
}

function itemKeys(pod: Field): readonly Key[] {
  const tolerations = items(pod, 'tolerations').map(one => at(one, 'key'))
  const spreads = items(pod, 'topologySpreadConstraints').map(one => at(one, 'topologyKey'))
  return [...tolerations, ...spreads].map(field => ({ field, key: String(field.value ?? '') }))
}

function nodeAffinityKeys(pod: Field): readonly Key[] {
  const affinity = at(pod, 'affinity', 'nodeAffinity')
  const required = items(affinity, 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms')
  const preferred = items(affinity, 'preferredDuringSchedulingIgnoredDuringExecution').map(one => at(one, 'preference'))
  return [...required, ...preferred]
    .flatMap(term => items(term, 'matchExpressions').map(one => at(one, 'key')))
    .map(field => ({ field, key: String(field.value ?? '') }))
}
