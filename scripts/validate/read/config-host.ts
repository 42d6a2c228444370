import { type Field, number, text } from './field.ts'
import type { FogflowComponent } from './program.ts'

type Key = readonly string[]

/** An address that a component dials or advertises: the first of these host names that is set, with this port. */
interface ConfigAddress {
  readonly hosts: readonly Key[]
  readonly port: Key
  /** Whether the component calls it, rather than giving it to others to be called back. */
  readonly isDialled: boolean
}

/** A key of config.json that holds a host name, with the ports under which FogFlow dials or advertises it. */
export interface HostKey {
  readonly path: Key
  readonly ports: readonly Key[]
}

const own = (part: string): Key => [part, 'host_ip']
const core: Key = ['coreservice_ip']
/** Each has two names: that of 3.2.2 and later, and that of images built before 2021-01-22. */
const site: readonly Key[] = [['my_hostip'], ['internal_hostip']]
const external: readonly Key[] = [['external_ip'], ['external_hostip']]

function address(part: string, port: string, others: readonly Key[], isDialled = true): ConfigAddress {
  return { hosts: [own(part), ...others], port: [part, port], isDialled }
}

const discovery = address('discovery', 'http_port', [core, ...site])
const rabbitmq = address('rabbitmq', 'port', [core, ...site])
const broker = address('broker', 'http_port', [...external, ...site])

/**
 * What each component dials and advertises, and where it takes the host from (common/config/config.go:100-218,
 * designer/main.js:65-68 and 116-154; the designer knows neither external_ip nor coreservice_ip).
 */
const addresses: Readonly<Record<FogflowComponent, readonly ConfigAddress[]>> = {
  discovery: [],
  broker: [discovery, { ...broker, isDialled: false }],
  master: [
    discovery,
    broker,
    rabbitmq,
    address('designer', 'webSrvPort', site),
    address('master', 'ngsi_agent_port', [...external, ...site], false),
  ],
  worker: [broker, rabbitmq],
  designer: [
    address('discovery', 'http_port', site),
    address('broker', 'http_port', site),
    address('master', 'rest_api_port', site),
    address('rabbitmq', 'port', site),
    address('persistent_storage', 'port', site),
    address('designer', 'agentPort', site, false),
  ],
}

const parts = ['discovery', 'broker', 'master', 'designer', 'rabbitmq', 'persistent_storage']
const portNames = ['http_port', 'ngsi_agent_port', 'rest_api_port', 'webSrvPort', 'agentPort', 'port']

/** Every host name of a config that is set, with its ports. A `host_ip` is judged with all ports of its part. */
export function hostKeys(json: Field, component: FogflowComponent): readonly HostKey[] {
  const shared = [core, ...external, ...site].map(path => ({
    path,
    ports: addresses[component].filter(({ hosts }) => effectiveHost(json, hosts) === path).map(({ port }) => port),
  }))
  return [...parts.map(part => ({ path: own(part), ports: portNames.map(name => [part, name]) })), ...shared]
}

/** The addresses that a component calls, as the keys of their host and port. */
export function dialledAddresses(
  json: Field,
  component: FogflowComponent,
): readonly { readonly host: Key; readonly port: Key }[] {
  return addresses[component].flatMap(({ hosts, port, isDialled }) => {
    const host = isDialled ? effectiveHost(json, hosts) : undefined
    return host ? [{ host, port }] : []
  })
}

/** The key of the host under which a broker registers, and is called back by every other site; undefined where none is set. */
export function advertisedHost(json: Field): Key | undefined {
  return effectiveHost(json, broker.hosts)
}

/** Every port that a config gives, with the host that goes with it as its text says, placeholders and all. */
export function portsByHost(
  json: Field,
): readonly { readonly part: string; readonly port: Key; readonly host: string | undefined }[] {
  return parts.flatMap(part => {
    const shared = part === 'discovery' || part === 'rabbitmq' ? [core, ...site] : [...external, ...site]
    const host = effectiveHost(json, [own(part), ...shared])
    return portNames
      .filter(name => number(json, part, name) !== undefined)
      .map(name => ({ part, port: [part, name], host: host && text(json, ...host) }))
  })
}

function effectiveHost(json: Field, hosts: readonly Key[]): Key | undefined {
  return hosts.find(path => (text(json, ...path) ?? '') !== '')
}
