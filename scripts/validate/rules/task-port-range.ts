import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Rule } from '../../model/rule.ts'
import { at, number, pathOf } from '../read/field.ts'
import { fogflowConfigs } from '../read/fogflow-config.ts'
import { type PolicyRule, peerNamespaces, policyRules } from '../read/network-policy.ts'
import { isTaskNamespace } from '../read/task-namespace.ts'

/** Linux draws a free port from this range (net.ipv4.ip_local_port_range, its default). */
const [first, last] = [32768, 60999]

export const taskPortRange = {
  id: 'task-port-range',
  severity: 'error',
  scope: 'cluster',
  summary: 'A port range that is open to tasks is that from which a worker draws their ports.',
  why: 'The worker asks the kernel of its own pod for a free port and has the task listen on it (worker/kubernetes.go:91-103): a task outside the range that is open is never notified.',
  fix: `open ${first} to ${last}`,
  kinds: ['NetworkPolicy'],
  *check(resource, cluster) {
    if (fogflowConfigs(cluster).length === 0) return
    for (const rule of policyRules(resource).filter(one => leadsToTasks(one, resource, cluster)))
      for (const entry of rule.ports) {
        const [start, end] = [number(entry, 'port'), number(entry, 'endPort')]
        if (start === undefined || end === undefined || (start <= first && end >= last)) continue
        const field = start > first ? 'port' : 'endPort'
        yield {
          path: pathOf(at(entry, field)),
          message: `tasks listen on ${first} to ${last}, this opens ${start} to ${end}`,
        }
      }
  },
} satisfies Rule

function leadsToTasks(rule: PolicyRule, policy: Resource, cluster: ClusterView): boolean {
  if (rule.direction === 'ingress') return isTaskNamespace(cluster, policy.id.namespace)
  const names = rule.peers.map(peer => peerNamespaces(peer, policy, cluster).names)
  return names.length > 0 && names.every(list => list.length > 0 && list.every(name => isTaskNamespace(cluster, name)))
}
