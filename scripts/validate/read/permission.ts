import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import { type Field, fieldOf, items, text } from './field.ts'

export interface Account {
  readonly namespace: string | undefined
  readonly account: string
}

/** What the worker's Kubernetes engine calls (worker/kubernetes.go:105-261). */
const needed = ['apps deployments', ' services'].flatMap(resource =>
  ['create', 'delete'].map(verb => ({
    verb,
    group: resource.split(' ')[0] ?? '',
    resource: resource.split(' ')[1] ?? '',
  })),
)

/** Which of the worker's calls no role permits to an account in a namespace, in words. */
export function missingPermissions(account: Account, namespace: string, cluster: ClusterView): readonly string[] {
  const rules = rolesOf(account, namespace, cluster).flatMap(role => items(fieldOf(role), 'rules'))
  return needed
    .filter(call => !rules.some(rule => permits(rule, call)))
    .map(({ verb, resource }) => `${verb} ${resource}`)
}

function permits(rule: Field, { verb, group, resource }: (typeof needed)[number]): boolean {
  const has = (key: string, wanted: string) => items(rule, key).some(({ value }) => value === wanted || value === '*')
  return (
    has('verbs', verb) &&
    has('apiGroups', group) &&
    has('resources', resource) &&
    items(rule, 'resourceNames').length === 0
  )
}

function rolesOf(account: Account, namespace: string, cluster: ClusterView): readonly Resource[] {
  const local = cluster.ofKind('RoleBinding').filter(({ id }) => id.namespace === namespace)
  const bindings = [...local, ...cluster.ofKind('ClusterRoleBinding')].filter(binding => isBound(binding, account))
  return bindings.flatMap(binding => {
    const kind = text(fieldOf(binding), 'roleRef', 'kind') ?? ''
    return cluster.find(kind, binding.id.namespace, text(fieldOf(binding), 'roleRef', 'name') ?? '') ?? []
  })
}

/** Whether a worker makes anything of that resource. */
export function isNeeded(group: string, resource: string): boolean {
  return needed.some(call => call.group === group && call.resource === resource)
}

/** Manifests that leave the namespace to `kubectl -n` have none to compare. */
export function isBound(binding: Resource, { namespace, account }: Account): boolean {
  return items(fieldOf(binding), 'subjects').some(subject => {
    const where = text(subject, 'namespace') ?? binding.id.namespace
    const isHere = where === namespace || namespace === undefined
    return text(subject, 'kind') === 'ServiceAccount' && text(subject, 'name') === account && isHere
  })
}
