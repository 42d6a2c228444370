import type { Rule } from '../../model/rule.ts'
import { expand } from '../read/environment.ts'
import { at, text } from '../read/field.ts'
import { configFinding, configsIn } from '../read/fogflow-config.ts'
import { isSame } from '../read/same-target.ts'
import { taskLaunches } from '../read/task-launch.ts'

export const taskBrokerAddress = {
  id: 'task-broker-address',
  severity: 'error',
  scope: 'cluster',
  summary: "A worker's broker.host_ip means the same broker in the namespace of its tasks.",
  why: 'The worker hands the address to each task as it is (worker/executor/executor.go:101, worker/kubernetes.go:118), and a short name is one of the namespace in which it is asked for: the task publishes into nothing.',
  fix: 'write the full name: SERVICE.NAMESPACE.svc.cluster.local',
  kinds: ['ConfigMap', 'Secret'],
  *check(resource, cluster) {
    for (const config of configsIn(resource, cluster)) {
      const field = at(config.json, 'broker', 'host_ip')
      const launch = taskLaunches(cluster).find(one => one.config === config)
      const host = launch && expand(text(field) ?? '', config.filler ?? config.reader, launch.podName, cluster)
      const own = config.reader.pod.namespace
      if (!launch || !host || own === launch.namespace || isSame(host, own, launch.namespace, cluster)) continue
      const message = `broker.host_ip is "${host}", which is no broker in namespace "${launch.namespace}", where the tasks run`
      yield configFinding(config, field, message)
    }
  },
} satisfies Rule
