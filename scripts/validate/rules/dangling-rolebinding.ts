import type { Rule } from '../../model/rule.ts'
import { at, fieldOf, items, text } from '../read/field.ts'
import { checkReference } from '../read/object-reference.ts'

/** ClusterRoles that every cluster has (Kubernetes, "Using RBAC Authorization", default roles). */
const builtIn = /^(system:.+|cluster-admin|admin|edit|view)$/

export const danglingRolebinding = {
  id: 'dangling-rolebinding',
  severity: 'error',
  scope: 'cluster',
  summary: 'The role and the ServiceAccounts that a RoleBinding or ClusterRoleBinding names exist.',
  why: 'A binding to an absent role or account grants nothing and nobody says so: the worker is then forbidden to create tasks.',
  fix: 'name a role and ServiceAccounts that exist, or add them',
  kinds: ['RoleBinding', 'ClusterRoleBinding'],
  *check(resource, cluster) {
    const role = fieldOf(resource, 'roleRef')
    const kind = text(role, 'kind') ?? ''
    if (kind === 'Role' || kind === 'ClusterRole')
      yield* checkReference(
        { kind, namespace: resource.id.namespace, name: at(role, 'name'), isExternal: name => builtIn.test(name) },
        cluster,
      )
    for (const subject of items(fieldOf(resource), 'subjects')) {
      if (text(subject, 'kind') !== 'ServiceAccount') continue
      const namespace = text(subject, 'namespace') ?? resource.id.namespace
      const isExternal = (name: string) => name === 'default' || isOutside(namespace)
      yield* checkReference({ kind: 'ServiceAccount', namespace, name: at(subject, 'name'), isExternal }, cluster)
    }

    /** Accounts of controllers stand in namespaces of which this cluster's manifests have nothing. */
    function isOutside(namespace: string | undefined): boolean {
      return !cluster.resources.some(({ id }) => (id.kind === 'Namespace' ? id.name : id.namespace) === namespace)
    }
  },
} satisfies Rule
