import type { ClusterView } from '../../model/cluster-view.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { dialledAddresses } from '../read/config-host.ts'
import { isEgressPermitted } from '../read/egress.ts'
import { expand, podInstances } from '../read/environment.ts'
import { at, number, text } from '../read/field.ts'
import { configFinding, configsIn, type FogflowConfig } from '../read/fogflow-config.ts'
import { isOutsideCluster } from '../read/host.ts'

export const egressPermitted = {
  id: 'egress-permitted',
  severity: 'error',
  scope: 'cluster',
  summary: 'The network policies let a component call every address outside the cluster that its config.json names.',
  why: 'Under default deny the call is dropped without an answer: an edge whose cloud cannot be reached waits for ever, or gives up after 11 s for good.',
  fix: 'permit the port in an egress rule of a NetworkPolicy that selects these pods, or correct the port here',
  kinds: ['ConfigMap', 'Secret'],
  *check(resource, cluster) {
    for (const config of configsIn(resource, cluster)) yield* checkConfig(config, cluster)
  },
} satisfies Rule

function* checkConfig(config: FogflowConfig, cluster: ClusterView): Iterable<Finding> {
  const { pod } = config.reader
  for (const { host: hostKey, port: portKey } of dialledAddresses(config.json, config.component)) {
    const port = number(config.json, ...portKey)
    const template = text(config.json, ...hostKey) ?? ''
    const host = expand(template, config.filler ?? config.reader, podInstances(pod)[0], cluster)
    if (port === undefined || host === undefined || !isOutsideCluster(host, pod.namespace, cluster)) continue
    if (isEgressPermitted(pod, host, port, cluster)) continue
    const message = `no NetworkPolicy lets ${config.component} call ${host}:${port}`
    yield configFinding(config, at(config.json, ...portKey), message)
  }
}
