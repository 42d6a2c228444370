import type { Cluster } from '../../model/cluster.ts'
import { brokerPortOf, inUrl, ports, type Site } from '../site.ts'
import { derive, type Value } from '../text/derived.ts'
import type { Component } from './keys.ts'

/** The address of a pod's own broker shard, and that of the shard that belongs to a worker. */
const ownShard = '${POD_NAME}.broker-shards.${POD_NAMESPACE}.svc.cluster.local'
const workersShard = 'broker-${POD_INDEX}.broker-shards.${POD_NAMESPACE}.svc.cluster.local'
/** The Service that has every component behind a port of its own (releases up to 3.2.2 know one host only). */
const core = 'core'

type Values = { readonly [key: string]: Value | undefined }

/** The values of every key that some release reads, as this component has to know them. */
export function valuesFor(component: Component, site: Site): Values {
  const { cluster } = site
  const { settings } = cluster
  const { id, location } = settings.site
  const own = ownAddresses(component, site)
  return {
    coreservice_ip: coreAddress(site),
    my_hostip: own.internal,
    internal_hostip: own.internal,
    external_ip: own.external,
    external_hostip: own.external,
    site_id: derive(id, 'site', 'id'),
    physical_location: {
      latitude: derive(location.latitude, 'site', 'location', 'latitude'),
      longitude: derive(location.longitude, 'site', 'location', 'longitude'),
    },
    logging: { info: 'stdout', error: 'stderr', protocol: 'discard', debug: 'discard' },
    ...serviceValues(component, site, own),
    ...workerValues(cluster),
    'https.enabled': false,
  }
}

function serviceValues(component: Component, site: Site, own: ReturnType<typeof ownAddresses>): Values {
  const { cluster, cloud } = site
  const cloudHost = cloud && fromCloud(cloud)
  const isOneHost = hasOneHost(cluster)
  return {
    'discovery.host_ip': cloudHost ?? 'discovery',
    'discovery.http_port': cloud ? ports.frontDoor : ports.discovery,
    'broker.host_ip': component === 'broker' ? own.external : component === 'worker' ? workersShard : 'broker',
    'broker.http_port': brokerPortOf(cluster),
    'broker.heartbeat_interval': 30,
    'master.host_ip': 'master',
    'master.ngsi_agent_port': 1060,
    'master.rest_api_port': 8010,
    'designer.host_ip': 'designer',
    'designer.webSrvPort': 8080,
    'designer.agentPort': 1030,
    'rabbitmq.host_ip': cloudHost ?? 'rabbitmq',
    'rabbitmq.port': ports.rabbitmq,
    'rabbitmq.username': '${RABBITMQ_USERNAME}',
    'rabbitmq.password': '${RABBITMQ_PASSWORD}',
    'persistent_storage.host_ip': 'dgraph',
    'persistent_storage.port': isOneHost ? 9082 : 9080, // the Service "core" has Dgraph at the port of FogFlow's compose files
  }
}

function workerValues({ settings }: Cluster): Values {
  return {
    'worker.container_management': 'kubernetes',
    'worker.container_autoremove': false,
    'worker.app_namespace': derive(`${settings.taskNamespace}-\${POD_INDEX}`, 'taskNamespace'),
    'worker.start_actual_task': true,
    'worker.capacity': derive(settings.worker.capacity, 'worker', 'capacity'),
    'worker.heartbeat_interval': 30, // with the next: a worker is given up after 30 x 10 s without a sign
    'worker.detection_duration': 10,
  }
}

/** Where the core services are: the address of the cloud, or in the cloud of an old release their common host. */
function coreAddress({ cluster, cloud }: Site): Value | undefined {
  if (cloud) return fromCloud(cloud)
  if (hasOneHost(cluster)) return core
  const { address } = cluster.settings
  return address === undefined ? undefined : derive(inUrl(address), 'address')
}

interface OwnAddresses {
  readonly internal: Value
  readonly external: Value | undefined
}

/** The addresses under which a component of a site is known inside and outside. A broker has one address only. */
function ownAddresses(component: Component, site: Site): OwnAddresses {
  const { cluster } = site
  const { address } = cluster.settings
  const isOneHost = hasOneHost(cluster)
  if (component === 'broker') return { internal: shardAddress(site), external: shardAddress(site) }
  const published = address === undefined ? undefined : derive(inUrl(address), 'address')
  if (component === 'worker') {
    const internal =
      cluster.settings.release === '3.2.8' ? '${POD_NAME}.worker.${POD_NAMESPACE}.svc.cluster.local' : '${HOST_IP}'
    return { internal, external: isOneHost ? workersShard : published }
  }
  return isOneHost ? { internal: core, external: core } : { internal: component, external: published }
}

/** What a broker shard calls itself: after a restart it must know its entities by it, so it says the same everywhere. */
function shardAddress({ cluster, isReached }: Site): Value {
  const { replicas, addresses } = cluster.settings.broker
  const [first] = addresses
  if (!isReached || first === undefined) return ownShard
  return replicas > 1 ? '${BROKER_ADDRESS_OF_POD}' : derive(inUrl(first), ...pathOfAddress(cluster, first))
}

function pathOfAddress({ settings }: Cluster, address: string): readonly (string | number)[] {
  return settings.address === address ? ['address'] : ['broker', 'addresses', 0]
}

function fromCloud({ settings: { address } }: Cluster): Value | undefined {
  return address === undefined ? undefined : derive(inUrl(address), 'cloud')
}

function hasOneHost({ settings: { release } }: Cluster): boolean {
  return release === '3.2' || release === '3.2.2'
}
