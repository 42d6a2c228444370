import type { Release } from '../../model/cluster.ts'

export type Component = 'discovery' | 'broker' | 'master' | 'worker' | 'designer'

type Keys = Readonly<Record<Component, string>>

const host = 'site_id physical_location logging'
const rabbitmq = 'rabbitmq.port rabbitmq.username rabbitmq.password'

/** One host for all of FogFlow: discovery, RabbitMQ and Dgraph are told apart by port alone. */
const oneHost: Keys = {
  discovery: 'logging discovery.http_port https.enabled',
  broker: `coreservice_ip my_hostip external_ip ${host} discovery.http_port broker.http_port https.enabled`,
  master: `coreservice_ip my_hostip external_ip ${host} discovery.http_port broker.http_port master.ngsi_agent_port ${rabbitmq}`,
  worker: `coreservice_ip my_hostip external_ip ${host} discovery.http_port broker.http_port worker.container_autoremove worker.start_actual_task worker.capacity ${rabbitmq}`,
  designer: 'my_hostip broker.http_port designer.webSrvPort designer.agentPort persistent_storage.port',
}

const manyHosts: Keys = {
  discovery: oneHost.discovery,
  broker: `${oneHost.broker} discovery.host_ip broker.host_ip`,
  master: `${oneHost.master} discovery.host_ip broker.host_ip master.host_ip rabbitmq.host_ip`,
  worker: `${oneHost.worker} discovery.host_ip broker.host_ip rabbitmq.host_ip`,
  designer: `${oneHost.designer} broker.host_ip designer.host_ip persistent_storage.host_ip`,
}

/** `external_ip` and `my_hostip` were called so until 2021-01-22 (commit 58341321): images of 3.2 can be from before or after. */
const oldNames: Keys = {
  discovery: oneHost.discovery,
  broker: `${oneHost.broker} internal_hostip external_hostip`,
  master: `${oneHost.master} internal_hostip external_hostip`,
  worker: `${oneHost.worker} internal_hostip external_hostip`,
  designer: `${oneHost.designer} external_hostip coreservice_ip`,
}

/**
 * What each component reads of its config.json, by release: common/config/config.go with the calls of its getters, and
 * designer/main.js and dgraph.js, in FogFlow's repository at the commits of the releases (3.2: 8ecfd593, 3.2.2: be3b961c,
 * 3.2.6: 08370809, 3.2.8: 9a3f4ec3). Keys of what is not used here (TLS, image registries, the docker engine of 3.2.8)
 * are left out.
 */
export const keysOf: Readonly<Record<Release, Keys>> = {
  '3.2': oldNames,
  '3.2.2': oneHost,
  '3.2.6': manyHosts,
  '3.2.8': {
    discovery: `${manyHosts.discovery} broker.heartbeat_interval`,
    broker: manyHosts.broker,
    master: `${manyHosts.master} master.rest_api_port designer.host_ip designer.webSrvPort worker.heartbeat_interval worker.detection_duration`,
    worker: `${manyHosts.worker.replace('worker.container_autoremove ', '')} worker.container_management worker.app_namespace`,
    designer: `my_hostip discovery.host_ip discovery.http_port broker.host_ip broker.http_port master.host_ip master.rest_api_port designer.host_ip designer.webSrvPort designer.agentPort ${rabbitmq} rabbitmq.host_ip`,
  },
}
