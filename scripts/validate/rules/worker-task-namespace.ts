import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Rule } from '../../model/rule.ts'
import { expand, podInstances } from '../read/environment.ts'
import { findExpected } from '../read/expected.ts'
import { at, text } from '../read/field.ts'
import { configFinding, configsIn, type FogflowConfig } from '../read/fogflow-config.ts'
import { missingPermissions } from '../read/permission.ts'
import type { Problem } from '../read/resolve-host.ts'
import { nearest } from '../read/suggest.ts'

export const workerTaskNamespace = {
  id: 'worker-task-namespace',
  severity: 'error',
  scope: 'cluster',
  summary:
    "A worker's app_namespace exists, and its ServiceAccount may create and delete Deployments and Services there.",
  why: 'The worker launches each task as a Deployment and a Service there; if the API server refuses, no task starts, and a refused delete ends the worker (worker/kubernetes.go:105-261).',
  fix: 'name a task namespace of this worker, with a Role and a RoleBinding to its ServiceAccount',
  kinds: ['ConfigMap', 'Secret'],
  *check(resource, cluster) {
    for (const config of configsIn(resource, cluster)) {
      const field = at(config.json, 'worker', 'app_namespace')
      const engine = text(config.json, 'worker', 'container_management')?.toLowerCase()
      if (config.component !== 'worker' || engine !== 'kubernetes' || text(field) === undefined) continue
      const problem = findProblem(config, text(field) ?? '', cluster)
      if (problem) yield configFinding(config, field, problem.message, problem.fix)
    }
  },
} satisfies Rule

function findProblem(config: FogflowConfig, template: string, cluster: ClusterView): Problem | undefined {
  if (!cluster.complete) return undefined
  const { pod } = config.reader
  for (const podName of podInstances(pod)) {
    const namespace = expand(template, config.filler ?? config.reader, podName, cluster)
    const problem =
      namespace && checkNamespace(namespace, pod.resource, text(pod.spec, 'serviceAccountName') ?? 'default', cluster)
    if (problem) return problem
  }
  return undefined
}

function checkNamespace(
  namespace: string,
  worker: Resource,
  account: string,
  cluster: ClusterView,
): Problem | undefined {
  const known = cluster.ofKind('Namespace').map(({ id }) => id.name)
  const isThere = known.includes(namespace) || findExpected(cluster, 'Namespace', undefined, namespace)
  if (!isThere && known.length > 0) {
    const near = nearest(namespace, known)
    const fix =
      near === undefined ? `add the namespace, or name one of: ${known.join(', ')}` : `did you mean "${near}"?`
    return { message: `worker.app_namespace: namespace "${namespace}" does not exist`, fix }
  }
  const missing = missingPermissions({ namespace: worker.id.namespace, account }, namespace, cluster)
  if (missing.length === 0) return undefined
  return {
    message: `worker.app_namespace: ServiceAccount "${account}" may not ${missing.join(', ')} in namespace "${namespace}"`,
    fix: `bind a Role with these verbs to it in namespace "${namespace}"`,
  }
}
