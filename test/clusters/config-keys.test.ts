import { describe, expect, it } from 'vitest'
import type { Cluster, Release } from '../../scripts/model/cluster.ts'
import { generateFor, listMatrix, nameOf, openRender, releases, topologies } from './matrix.ts'

type Table = Readonly<Record<string, string>>

/**
 * What each program of a release reads of its config.json, written down here once more, apart from the generator: from
 * common/config/config.go and the programs' own sources at 8ecfd593 (3.2), be3b961c (3.2.2), 08370809 (3.2.6) and
 * 9a3f4ec3 (3.2.8). Of 3.2 there are images from before and after commit 58341321, which renamed the two addresses.
 */
const site = 'coreservice_ip my_hostip external_ip site_id physical_location logging'
const oldNames = 'internal_hostip external_hostip'
const amqp = 'rabbitmq.port rabbitmq.username rabbitmq.password'
const hosts = 'discovery.host_ip broker.host_ip'

const before: Table = {
  broker: `${site} discovery.http_port broker.http_port https.enabled`,
  designer: 'my_hostip broker.http_port designer.webSrvPort designer.agentPort persistent_storage.port',
  discovery: 'logging discovery.http_port https.enabled',
  master: `${site} discovery.http_port broker.http_port master.ngsi_agent_port ${amqp}`,
  worker: `${site} discovery.http_port broker.http_port worker.container_autoremove worker.start_actual_task worker.capacity ${amqp}`,
}

const read: Readonly<Record<Release, Table>> = {
  '3.2': {
    broker: `${before.broker} ${oldNames}`,
    designer: `${before.designer} external_hostip coreservice_ip`,
    discovery: `${before.discovery}`,
    master: `${before.master} ${oldNames}`,
    worker: `${before.worker} ${oldNames}`,
  },
  '3.2.2': before,
  '3.2.6': {
    broker: `${before.broker} ${hosts}`,
    designer: `${before.designer} broker.host_ip designer.host_ip persistent_storage.host_ip`,
    discovery: `${before.discovery}`,
    master: `${before.master} ${hosts} master.host_ip rabbitmq.host_ip`,
    worker: `${before.worker} ${hosts} rabbitmq.host_ip`,
  },
  '3.2.8': {
    broker: `${before.broker} ${hosts}`,
    designer: `my_hostip discovery.host_ip discovery.http_port broker.host_ip broker.http_port master.host_ip master.rest_api_port designer.host_ip designer.webSrvPort designer.agentPort rabbitmq.host_ip ${amqp}`,
    discovery: `${before.discovery} broker.heartbeat_interval`,
    master: `${before.master} ${hosts} master.host_ip master.rest_api_port designer.host_ip designer.webSrvPort worker.heartbeat_interval worker.detection_duration rabbitmq.host_ip`,
    worker: `${site} ${hosts} discovery.http_port broker.http_port worker.container_management worker.app_namespace worker.start_actual_task worker.capacity rabbitmq.host_ip ${amqp}`,
  },
}

type Config = Readonly<Record<string, unknown>>

const { clusters, files } = generateFor(listMatrix('worker: { capacity: 37 }'))
const render = openRender(files)

/** The config.json of each component of a cluster, as it is applied. */
function configsOf(name: string): readonly (readonly [string, Config])[] {
  return render(`clusters/${name}/fogflow`).flatMap(({ id, value }) => {
    const [component, suffix] = id.name.split('-config-')
    const { 'config.json': text } = (value.data ?? {}) as { 'config.json'?: string }
    const isConfig = id.kind === 'ConfigMap' && suffix !== undefined && text !== undefined
    return isConfig ? [[component ?? '', JSON.parse(text) as Config] as const] : []
  })
}

/** Places and what is written to which stream are told as a whole. */
function listKeys(config: Config): readonly string[] {
  const isWhole = (key: string, value: unknown) =>
    typeof value !== 'object' || value === null || ['physical_location', 'logging'].includes(key)
  return Object.entries(config).flatMap(([key, value]) =>
    isWhole(key, value) ? [key] : Object.keys(value as object).map(inner => `${key}.${inner}`),
  )
}

function find(name: string): Cluster {
  const [cluster] = clusters.filter(one => one.name === name)
  if (!cluster) throw new Error(`no cluster ${name}`)
  return cluster
}

/** A site that nothing outside reaches has no address to tell, unless all of the release's components have to share one. */
function keysOf(component: string, { settings: { release, address } }: Cluster): readonly string[] {
  const hasOneHost = release === '3.2' || release === '3.2.2'
  const absent = address !== undefined || hasOneHost ? [] : ['coreservice_ip', 'external_ip']
  const isAbsent = (key: string) => absent.includes(key) && !(component === 'broker' && key === 'external_ip')
  const keys = (read[release][component] ?? '').split(' ')
  return keys.filter(key => !isAbsent(key)).sort()
}

describe.each(releases)('config.json of release %s', release => {
  it.each(topologies)('has exactly the keys that its program reads, and the values of its site, in %s', topology => {
    const cluster = find(nameOf(release, topology))
    const { id, location } = cluster.settings.site
    const configs = configsOf(nameOf(release, topology))
    expect(configs.map(([component]) => component).sort()).toEqual(
      topology === 'edge' ? ['broker', 'worker'] : ['broker', 'designer', 'discovery', 'master', 'worker'],
    )
    for (const [component, config] of configs) {
      expect([...listKeys(config)].sort(), component).toEqual(keysOf(component, cluster))
      if ('site_id' in config) expect([config.site_id, config.physical_location]).toEqual([id, location])
      if (component === 'worker') expect(config.worker).toMatchObject({ capacity: 37 })
    }
  })

  it('holds a placeholder where the password belongs, and so does all that is generated', () => {
    for (const [, { rabbitmq }] of configsOf(nameOf(release, 'multi-worker')))
      if (rabbitmq !== undefined) expect(rabbitmq).toMatchObject({ password: '${RABBITMQ_PASSWORD}' })
    for (const { text } of files)
      for (const [, value] of text.matchAll(/password"?:\s*"?([^"\n]*)/gi)) expect(value).toBe('${RABBITMQ_PASSWORD}')
  })
})

it('release 3.2 is told its addresses under their old names as under the new ones', () => {
  for (const [, config] of configsOf(nameOf('3.2', 'edge'))) {
    expect(config.internal_hostip).toBe(config.my_hostip)
    expect(config.external_hostip).toBe(config.external_ip)
  }
})
