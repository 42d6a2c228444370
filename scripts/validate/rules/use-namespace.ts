import type { Rule } from '../../model/rule.ts'

/** The kinds of a FogFlow deployment that live in a namespace (Kubernetes' API reference, v1.34). */
const namespaced = [
  'ConfigMap',
  'Deployment',
  'Ingress',
  'LimitRange',
  'NetworkPolicy',
  'PersistentVolumeClaim',
  'PodDisruptionBudget',
  'ResourceQuota',
  'Role',
  'RoleBinding',
  'Secret',
  'Service',
  'ServiceAccount',
  'StatefulSet',
]

export const useNamespace = {
  id: 'use-namespace',
  severity: 'error',
  scope: 'cluster',
  summary: 'Where a cluster makes its namespaces, each object says which one it belongs in.',
  why: 'The object goes where whoever applies it stands, mostly into "default": a quota or policy there protects nothing of FogFlow.',
  fix: 'write metadata.namespace, or set namespace in the kustomization',
  kinds: namespaced,
  *check(resource, cluster) {
    if (resource.id.namespace !== undefined || cluster.ofKind('Namespace').length === 0) return
    const isUsual = cluster.ofKind(resource.id.kind).some(({ id }) => id.namespace !== undefined)
    const others = cluster.resources.filter(({ id }) => id.namespace !== undefined).length
    if (!isUsual && others * 2 < cluster.resources.length) return
    yield { path: ['metadata'], at: 'key', message: `${resource.id.kind} "${resource.id.name}" names no namespace` }
  },
} satisfies Rule
