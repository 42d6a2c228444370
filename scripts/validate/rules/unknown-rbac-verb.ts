import type { Finding, Rule } from '../../model/rule.ts'
import { type Field, fieldOf, items, pathOf, text } from '../read/field.ts'
import { nearest } from '../read/suggest.ts'

/** What roles of FogFlow's clusters are about (Kubernetes, "Using RBAC Authorization" and the API reference, v1.34). */
const known: Readonly<Record<string, readonly string[]>> = {
  verbs: [
    'get',
    'list',
    'watch',
    'create',
    'update',
    'patch',
    'delete',
    'deletecollection',
    'impersonate',
    'bind',
    'escalate',
    'use',
    'approve',
    'sign',
    'proxy',
    '*',
  ],
  apiGroups: [
    '',
    'apps',
    'batch',
    'autoscaling',
    'policy',
    'networking.k8s.io',
    'rbac.authorization.k8s.io',
    'storage.k8s.io',
    'coordination.k8s.io',
    'apiextensions.k8s.io',
    'admissionregistration.k8s.io',
    '*',
  ],
  resources: [
    'pods',
    'services',
    'deployments',
    'statefulsets',
    'daemonsets',
    'replicasets',
    'jobs',
    'cronjobs',
    'configmaps',
    'secrets',
    'serviceaccounts',
    'namespaces',
    'nodes',
    'events',
    'endpoints',
    'endpointslices',
    'ingresses',
    'networkpolicies',
    'persistentvolumes',
    'persistentvolumeclaims',
    'roles',
    'rolebindings',
    'clusterroles',
    'clusterrolebindings',
    'leases',
    'limitranges',
    'resourcequotas',
    '*',
  ],
}

/** Roles may name verbs and resources that an add-on brings: only what is nearly a known one is told of. */
export const unknownRbacVerb = {
  id: 'unknown-rbac-verb',
  severity: 'error',
  scope: 'resource',
  summary: 'The verbs, API groups and resources of a role are ones that Kubernetes has.',
  why: 'The API server takes any text: a misspelt verb grants nothing, and the one who needs it is forbidden when it matters.',
  fix: 'write the verb, group or resource as Kubernetes does',
  kinds: ['Role', 'ClusterRole'],
  *check(resource) {
    for (const rule of items(fieldOf(resource), 'rules'))
      for (const [key, names] of Object.entries(known))
        for (const word of items(rule, key)) yield* checkWord(word, key, names)
  },
} satisfies Rule

function* checkWord(word: Field, key: string, names: readonly string[]): Iterable<Finding> {
  const [name = ''] = (text(word) ?? '').split('/')
  const near = names.includes(name) ? undefined : nearest(name, names)
  if (near !== undefined)
    yield { path: pathOf(word), message: `${key}: Kubernetes has no "${name}"`, fix: `did you mean "${near}"?` }
}
