import type { Rule } from '../../model/rule.ts'
import { at } from '../read/field.ts'
import { configFinding, configsIn } from '../read/fogflow-config.ts'
import { taskLaunches } from '../read/task-launch.ts'

export const taskNamespaceShared = {
  id: 'task-namespace-shared',
  severity: 'error',
  scope: 'cluster',
  summary: 'Each worker launches its tasks into a namespace of its own.',
  why: 'A task is named after a port that is free in the pod of its worker, fogflow-task-<port>: two workers draw the same names, the second task is refused (AlreadyExists), and everybody is told that it runs (worker/kubernetes.go:91-103, worker/worker.go:255-262).',
  fix: 'write ${POD_INDEX} into the name, and add a namespace for each worker',
  kinds: ['ConfigMap', 'Secret'],
  *check(resource, cluster) {
    for (const config of configsIn(resource, cluster)) {
      const own = taskLaunches(cluster).filter(launch => launch.config === config)
      const shared = own.find(launch =>
        taskLaunches(cluster).some(other => other !== launch && other.namespace === launch.namespace),
      )
      if (!shared) continue
      const message = `worker.app_namespace is "${shared.namespace}" for more than one worker`
      yield configFinding(config, at(config.json, 'worker', 'app_namespace'), message)
    }
  },
} satisfies Rule
