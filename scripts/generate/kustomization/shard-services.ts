import { brokerPortOf, type Site } from '../site.ts'
import type { Value } from '../text/derived.ts'
import { publish } from './patches-of-services.ts'

/** A Service for each of several shards that other sites call; one shard alone has the Service `broker`. */
export function shardServices(
  site: Site,
): { readonly name: string; readonly documents: readonly { readonly [key: string]: Value }[] } | undefined {
  const { cluster, isReached } = site
  const { broker, address: siteAddress } = cluster.settings
  if (!isReached || broker.replicas === 1) return undefined
  const labels = { 'app.kubernetes.io/name': 'broker', 'app.kubernetes.io/part-of': 'fogflow' }
  const documents = broker.addresses.map((address, index) => {
    const { metadata, spec } = publish(address, siteAddress) as {
      metadata: { annotations: Value }
      spec: { type: Value }
    }
    return {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: `broker-shard-${index}`, namespace: 'fogflow', labels, annotations: metadata.annotations },
      spec: {
        ...spec,
        selector: { ...labels, 'apps.kubernetes.io/pod-index': String(index) },
        ports: [{ name: 'ngsi10', port: brokerPortOf(cluster), targetPort: 'ngsi10' }],
      },
    }
  })
  return { name: 'broker-shards.yaml', documents }
}
