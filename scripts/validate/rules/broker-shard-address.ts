import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { advertisedHost } from '../read/config-host.ts'
import { expand, podInstances } from '../read/environment.ts'
import { at, fieldOf, number, text } from '../read/field.ts'
import { configFinding, configsIn, type FogflowConfig } from '../read/fogflow-config.ts'

export const brokerShardAddress = {
  id: 'broker-shard-address',
  severity: 'error',
  scope: 'cluster',
  summary: 'Each pod of several brokers registers under an address of its own.',
  why: 'Brokers do not share entities. With one address for all, a query lands at any of them, which takes the entity for its own and finds nothing (broker/ngsiv1.go:57-65).',
  fix: 'write the name of the pod behind a headless Service: ${POD_NAME}.broker-shards.${POD_NAMESPACE}.svc.cluster.local',
  kinds: ['ConfigMap', 'Secret'],
  *check(resource, cluster) {
    for (const config of configsIn(resource, cluster)) {
      const key = config.component === 'broker' ? advertisedHost(config.json) : undefined
      const replicas = number(fieldOf(config.reader.pod.resource, 'spec'), 'replicas') ?? 1
      const shared = key && replicas > 1 ? sharedAddress(config, text(config.json, ...key) ?? '', cluster) : undefined
      if (!key || shared === undefined) continue
      const message = `${key.join('.')} is "${shared}" for each of the ${replicas} brokers`
      yield configFinding(config, at(config.json, ...key), message)
    }
  },
} satisfies Rule

/** The address that two of the pods have in common; a Deployment's pods differ by what is known at run time only. */
function sharedAddress(config: FogflowConfig, template: string, cluster: ClusterView): string | undefined {
  const container = config.filler ?? config.reader
  const filled = podInstances(config.reader.pod).map(podName => expand(template, container, podName, cluster))
  if (config.reader.pod.names.length === 0) return filled[0]
  return filled.find((address, index) => address !== undefined && filled.indexOf(address) !== index)
}
