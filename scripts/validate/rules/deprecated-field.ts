import type { Finding, Rule } from '../../model/rule.ts'
import { at, entries, type Field, fieldOf, isSet, items, pathOf, text } from '../read/field.ts'
import type { Pod } from '../read/pod.ts'
import { podKinds, podOf } from '../read/pod.ts'

export const deprecatedField = {
  id: 'deprecated-field',
  severity: 'warning',
  scope: 'resource',
  summary: 'No kind, field, label or annotation is used that Kubernetes has replaced.',
  why: 'What is deprecated works until an upgrade of the cluster, or has long done nothing: pods then find no node, and profiles are not set (Kubernetes warns of it on each apply: pkg/api/pod/warnings.go, pkg/api/node/util.go).',
  fix: 'use what has replaced it',
  kinds: [...podKinds, 'Endpoints', 'Ingress', 'PersistentVolumeClaim', 'Service'],
  *check(resource) {
    if (resource.id.kind === 'Endpoints')
      yield report(fieldOf(resource, 'kind'), 'kind Endpoints', {
        since: '1.33',
        use: 'discovery.k8s.io/v1 EndpointSlice',
      })
    const pod = podOf(resource)
    if (pod) yield* checkPod(pod)
    const annotations =
      pod && resource.id.kind !== 'Pod' ? at(pod.metadata, 'annotations') : fieldOf(resource, 'metadata', 'annotations')
    for (const annotation of entries(annotations)) {
      const found = deprecatedAnnotations.find(({ key }) => String(annotation.key).startsWith(key))
      if (found) yield report(annotation, `annotation ${annotation.key}`, found)
    }
  },
} satisfies Rule

interface Deprecation {
  readonly since?: string
  readonly use: string
}

const deprecatedAnnotations: readonly (Deprecation & { readonly key: string })[] = [
  { key: 'container.apparmor.security.beta.kubernetes.io/', since: '1.30', use: 'securityContext.appArmorProfile' },
  { key: 'container.seccomp.security.alpha.kubernetes.io/', since: '1.19', use: 'securityContext.seccompProfile' },
  { key: 'seccomp.security.alpha.kubernetes.io/pod', since: '1.19', use: 'securityContext.seccompProfile' },
  { key: 'scheduler.alpha.kubernetes.io/critical-pod', since: '1.16', use: 'spec.priorityClassName' },
  { key: 'security.alpha.kubernetes.io/sysctls', since: '1.11', use: 'securityContext.sysctls' },
  { key: 'kubernetes.io/ingress.class', since: '1.18', use: 'spec.ingressClassName' },
  { key: 'volume.beta.kubernetes.io/storage-class', since: '1.8', use: 'spec.storageClassName' },
  { key: 'service.kubernetes.io/topology-aware-hints', since: '1.27', use: 'spec.trafficDistribution' },
]

const deprecatedLabels: Readonly<Record<string, Deprecation>> = {
  'beta.kubernetes.io/arch': { since: '1.14', use: 'kubernetes.io/arch' },
  'beta.kubernetes.io/os': { since: '1.14', use: 'kubernetes.io/os' },
  'beta.kubernetes.io/instance-type': { since: '1.17', use: 'node.kubernetes.io/instance-type' },
  'failure-domain.beta.kubernetes.io/region': { since: '1.17', use: 'topology.kubernetes.io/region' },
  'failure-domain.beta.kubernetes.io/zone': { since: '1.17', use: 'topology.kubernetes.io/zone' },
  'node-role.kubernetes.io/master': { since: '1.20', use: 'node-role.kubernetes.io/control-plane' },
}

/** Volumes whose drivers are gone or off: the pod waits for them for ever. */
const deprecatedVolumes: Readonly<Record<string, Deprecation>> = {
  gitRepo: { since: '1.11', use: 'an init container that clones into an emptyDir' },
  glusterfs: { since: '1.25', use: 'a CSI driver' },
  cephfs: { since: '1.28', use: 'a CSI driver' },
  rbd: { since: '1.28', use: 'a CSI driver' },
}

function* checkPod({ spec }: Pod): Iterable<Finding> {
  const account = at(spec, 'serviceAccount')
  if (isSet(account)) yield report(account, 'serviceAccount', { use: 'serviceAccountName' })
  for (const volume of items(spec, 'volumes'))
    for (const source of entries(volume)) {
      const found = deprecatedVolumes[String(source.key)]
      if (found) yield report(source, `volume "${text(volume, 'name')}" of type ${source.key}`, found)
    }
  for (const { field, label } of nodeLabels(spec)) {
    const found = Object.hasOwn(deprecatedLabels, label) ? deprecatedLabels[label] : undefined
    if (found) yield report(field, `label ${label}`, found)
  }
}

const affinities = [
  ['nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms'],
  ['nodeAffinity', 'preferredDuringSchedulingIgnoredDuringExecution'],
]

function nodeLabels(spec: Field): readonly { readonly field: Field; readonly label: string }[] {
  const terms = affinities.flatMap(path => items(spec, 'affinity', ...path)).map(term => at(term, 'preference'))
  const expressions = [...affinities.flatMap(path => items(spec, 'affinity', ...path)), ...terms].flatMap(term =>
    items(term, 'matchExpressions'),
  )
  const spread = items(spec, 'topologySpreadConstraints').map(constraint => at(constraint, 'topologyKey'))
  return [
    ...entries(spec, 'nodeSelector').map(field => ({ field, label: String(field.key) })),
    ...[...expressions.map(expression => at(expression, 'key')), ...spread].map(field => ({
      field,
      label: String(field.value),
    })),
  ]
}

function report(field: Field, what: string, { since, use }: Deprecation): Finding {
  const when = since === undefined ? '' : ` since Kubernetes ${since}`
  return { path: pathOf(field), at: 'key', message: `${what} is deprecated${when}`, fix: `use ${use}` }
}
