import type { Rule } from '../../model/rule.ts'
import { at, fieldOf, isSet, pathOf, text } from '../read/field.ts'
import { isClusterScoped } from '../read/scope.ts'

/** The API groups of Kubernetes' own kinds that no namespace holds; other groups may have a kind of the same name. */
const ownGroup = /^(v1|[a-z.]+\.k8s\.io\/.+)$/

export const clusterScopedNamespace = {
  id: 'cluster-scoped-namespace',
  severity: 'warning',
  scope: 'resource',
  summary: 'An object of a cluster-scoped kind names no namespace.',
  why: 'The API server drops the namespace: what looks limited to one holds in the whole cluster, and a GitOps engine sees a difference that no sync removes.',
  fix: 'delete the line; for rights in one namespace use a Role and a RoleBinding',
  *check(resource) {
    if (!isClusterScoped(resource.id.kind)) return
    const field = at(fieldOf(resource), 'metadata', 'namespace')
    if (!isSet(field) || !ownGroup.test(text(fieldOf(resource), 'apiVersion') ?? '')) return
    const message = `metadata.namespace is ${JSON.stringify(field.value)}, but a ${resource.id.kind} belongs to no namespace`
    yield { path: pathOf(field), at: 'key', message }
  },
} satisfies Rule
