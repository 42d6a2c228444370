import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Finding } from '../../model/rule.ts'
import { type Container, environmentOf } from './container.ts'
import { at, number } from './field.ts'
import { fileAt } from './file-at.ts'
import { configFinding, type FogflowConfig, fogflowConfigs, textOfKey } from './fogflow-config.ts'
import { memoize } from './memoize.ts'
import { type FogflowComponent, nginxConfigPath, runs } from './program.ts'
import { findInText, withoutComments } from './text.ts'

/** A port that a container's own configuration makes it listen on. */
export interface Listener {
  readonly port: number
  /** The resource that holds the configuration. */
  readonly resource: Resource
  /** A finding at the line of the configuration that says so. */
  report(message: string, fix: string): Finding
}

/**
 * Where a component's config.json says what it listens on (discovery/main.go:86-119, broker/restapisrv.go:101-136,
 * master/main.go:36-39 and master/ngsiagent.go:27-30, designer/main.js; the worker listens nowhere).
 */
const listening: Readonly<Record<FogflowComponent, readonly (readonly string[])[]>> = {
  discovery: [['discovery', 'http_port']],
  broker: [['broker', 'http_port']],
  master: [
    ['master', 'ngsi_agent_port'],
    ['master', 'rest_api_port'],
  ],
  worker: [],
  designer: [
    ['designer', 'webSrvPort'],
    ['designer', 'agentPort'],
  ],
}

/** Ports on which an image listens unless it is configured otherwise (rabbitmq.com/docs/networking, Dgraph's port settings). */
const imagePorts: readonly { readonly image: RegExp; readonly ports: readonly number[] }[] = [
  { image: /^rabbitmq$/, ports: [4369, 5671, 5672, 15671, 15672, 15691, 15692, 25672, 1883, 8883, 5552, 61613] },
  { image: /^standalone$/, ports: [5080, 6080, 7080, 8000, 8080, 9080] },
]

/** The ports of a container's image; undefined where nothing is known of the image, or something configures it. */
export function knownPorts(container: Container): readonly number[] | undefined {
  const isConfigured = [...environmentOf(container).keys()].some(name => /PORT|CONFIG/.test(name))
  return isConfigured ? undefined : imagePorts.find(({ image }) => runs(container, image))?.ports
}

/** The ports that a container listens on, by its configuration or by its image; undefined where neither tells. */
export function listenedPorts(container: Container, cluster: ClusterView): readonly number[] | undefined {
  return listenersOf(container, cluster)?.map(({ port }) => port) ?? knownPorts(container)
}

const configByReader = memoize((cluster: ClusterView) => new Map(fogflowConfigs(cluster).map(one => [one.reader, one])))

/** What a container listens on by its configuration; undefined where Git does not have that. */
export function listenersOf(container: Container, cluster: ClusterView): readonly Listener[] | undefined {
  const config = configByReader(cluster).get(container)
  if (config) return configListeners(config)
  return runs(container, /^nginx/) ? nginxListeners(container, cluster) : undefined
}

function configListeners(config: FogflowConfig): readonly Listener[] {
  const isSecure = at(config.json, 'https', 'enabled').value === true
  const secure = isSecure ? listening[config.component].map(([part = '']) => [part, 'https_port']) : []
  return [...listening[config.component], ...secure].flatMap(path => {
    const port = number(config.json, ...path)
    if (port === undefined) return []
    const report = (message: string, fix: string) => configFinding(config, at(config.json, ...path), message, fix)
    return [{ port, resource: config.resource, report }]
  })
}

const listen = /^\s*listen\s+(?:\S+:)?(?<at>\d+)\b/dgm

function nginxListeners(container: Container, cluster: ClusterView): readonly Listener[] | undefined {
  const file = fileAt(container, nginxConfigPath(container), cluster)
  if (file?.state !== 'text' || !file.key.resource) return undefined
  const { resource, key } = file.key
  return [...findInText(withoutComments(textOfKey(resource, key)), listen)].map(({ match, inText }) => ({
    port: Number(match.groups?.at),
    resource,
    report: (message, fix) => ({ path: ['data', key], message, fix, inText }),
  }))
}
