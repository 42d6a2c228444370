import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { expand, podInstances } from '../read/environment.ts'
import { at, fieldOf, items, text } from '../read/field.ts'
import { configFinding, configsIn, type FogflowConfig } from '../read/fogflow-config.ts'

export const taskNamespaceIsolation = {
  id: 'task-namespace-isolation',
  severity: 'error',
  scope: 'cluster',
  summary: "A worker launches its tasks into another namespace than FogFlow's own.",
  why: "Tasks are other people's containers: beside FogFlow they run as the same default ServiceAccount, with whatever it may do, and their hostPort keeps the namespace from enforcing any Pod Security level above privileged (worker/kubernetes.go:157-203).",
  fix: 'give the tasks a namespace of their own, with a Role and a RoleBinding for the worker in it',
  kinds: ['ConfigMap', 'Secret'],
  *check(resource, cluster) {
    for (const config of configsIn(resource, cluster)) {
      const field = at(config.json, 'worker', 'app_namespace')
      const engine = text(config.json, 'worker', 'container_management')?.toLowerCase()
      if (config.component !== 'worker' || engine !== 'kubernetes') continue
      const own = namespacesOf(config, cluster)
      const shared = targetsOf(config, text(field) ?? '', cluster).find(target => own.includes(target))
      if (shared === undefined) continue
      yield configFinding(config, field, `worker.app_namespace is "${shared}", where FogFlow itself runs`)
    }
  },
} satisfies Rule

function targetsOf(config: FogflowConfig, template: string, cluster: ClusterView): readonly string[] {
  const container = config.filler ?? config.reader
  return podInstances(config.reader.pod).flatMap(podName => expand(template, container, podName, cluster) ?? [])
}

/**
 * The worker's namespace; where its manifest leaves that to `kubectl -n`, the one in which a binding looks for its
 * ServiceAccount.
 */
function namespacesOf({ reader: { pod } }: FogflowConfig, cluster: ClusterView): readonly string[] {
  if (pod.namespace !== undefined) return [pod.namespace]
  const account = text(pod.spec, 'serviceAccountName') ?? 'default'
  const bindings = [...cluster.ofKind('ClusterRoleBinding'), ...cluster.ofKind('RoleBinding')]
  return bindings
    .flatMap(binding => items(fieldOf(binding), 'subjects'))
    .filter(subject => text(subject, 'kind') === 'ServiceAccount' && text(subject, 'name') === account)
    .flatMap(subject => text(subject, 'namespace') ?? [])
}
