import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { type Container, containersOf, isPort, portsOfContainer } from '../read/container.ts'
import { at, fieldOf, items, number, pathOf, text } from '../read/field.ts'
import { fogflowConfigs } from '../read/fogflow-config.ts'
import { podsAt } from '../read/host.ts'
import { nginxConfigsIn, nginxText } from '../read/nginx.ts'
import { type Pod, selectPods } from '../read/pod.ts'
import { type FogflowComponent, fogflowComponent } from '../read/program.ts'
import { isPublished } from '../read/published.ts'
import { mapSelector } from '../read/selector.ts'
import { findInText } from '../read/text.ts'

export const dangerousRoute = {
  id: 'dangerous-route',
  severity: 'error',
  scope: 'cluster',
  summary: 'No way from outside leads to /ngsi9/subscription/ of discovery, neither straight nor through the designer.',
  why: 'One GET /ngsi9/subscription/<anything> ends discovery, which then has forgotten all registrations (discovery/fastDiscovery.go:462-466); the designer passes /ngsi9/ on as it comes (designer/main.js:303-316), and no API asks who is calling.',
  fix: 'publish nginx alone, with a location that refuses ^/ngsi9/subscription/',
  kinds: ['Service', 'Ingress', 'ConfigMap'],
  alsoCompose: true,
  *check(resource, cluster) {
    if (resource.id.kind === 'Service') yield* checkService(resource, cluster)
    else if (resource.id.kind === 'Ingress') yield* checkIngress(resource, cluster)
    else yield* checkNginx(resource, cluster)
  },
} satisfies Rule

function* checkService(service: Resource, cluster: ClusterView): Iterable<Finding> {
  if (!isPublished(service)) return
  const selector = mapSelector(fieldOf(service, 'spec', 'selector'))
  const pods = selector.length === 0 ? [] : selectPods(cluster, service.id.namespace, selector)
  for (const port of items(fieldOf(service, 'spec'), 'ports')) {
    const target = at(port, 'targetPort').value ?? at(port, 'port').value
    const component = dangerousComponent(
      pods.map(pod => ({ pod, port: target })),
      cluster,
    )
    if (component === undefined) continue
    const message = `port ${number(port, 'port')} leads from outside to ${component}, and there to /ngsi9/subscription/`
    yield { path: pathOf(port), message }
  }
}

function* checkIngress(ingress: Resource, cluster: ClusterView): Iterable<Finding> {
  const spec = fieldOf(ingress, 'spec')
  const paths = items(spec, 'rules').flatMap(rule => items(rule, 'http', 'paths').map(path => at(path, 'backend')))
  for (const backend of [at(spec, 'defaultBackend'), ...paths]) {
    const name = text(backend, 'service', 'name') ?? ''
    const service = cluster.find('Service', ingress.id.namespace, name)
    const asked = at(backend, 'service', 'port')
    const entry = service && items(fieldOf(service, 'spec'), 'ports').find(port => isAsked(port, asked))
    const port = entry && number(entry, 'port')
    const component =
      port === undefined ? undefined : dangerousComponent(podsAt(name, port, ingress.id.namespace, cluster), cluster)
    if (component === undefined) continue
    yield {
      path: pathOf(backend, 'service', 'name'),
      message: `the route leads to ${component}, and there to /ngsi9/subscription/`,
    }
  }
}

function isAsked(port: Parameters<typeof text>[0], asked: Parameters<typeof text>[0]): boolean {
  const [name, value] = [text(asked, 'name'), number(asked, 'number')]
  return name === undefined ? number(port, 'port') === value : text(port, 'name') === name
}

/** The designer's pages, or discovery, behind one of these ports. */
function dangerousComponent(
  targets: readonly { readonly pod: Pod; readonly port: unknown }[],
  cluster: ClusterView,
): FogflowComponent | undefined {
  for (const { pod, port } of targets)
    for (const container of containersOf(pod)) {
      const component = fogflowComponent(container)
      const web = (component && webPort(container, component, cluster)) ?? conventional[component ?? 'worker']
      const declared = portsOfContainer(container).find(one => isPort(one, port))?.number ?? port
      if (web !== undefined && declared === web) return component
    }
  return undefined
}

/** The ports by convention, where Git does not have the config. */
const conventional: Readonly<Partial<Record<FogflowComponent, number>>> = { discovery: 8090, designer: 8080 }

function webPort(container: Container, component: FogflowComponent, cluster: ClusterView): number | undefined {
  const config = fogflowConfigs(cluster).find(({ reader }) => reader === container)
  if (component === 'designer') return config && number(config.json, 'designer', 'webSrvPort')
  return component === 'discovery' ? config && number(config.json, 'discovery', 'http_port') : undefined
}

const route = /(?:proxy_pass|set\s+\$\w+)\s+https?:\/\/(?<at>[\w.-]+)/dg
const guard = /location\s[^{]*ngsi9\/subscription[^{]*\{\s*(?:deny\s+all|return\s+4\d\d)/

/** The first way to discovery or the designer, where no location in front of it refuses the path. */
function* checkNginx(resource: Resource, cluster: ClusterView): Iterable<Finding> {
  for (const config of nginxConfigsIn(resource, cluster)) {
    const source = nginxText(config)
    if (guard.test(source)) continue
    const routes = [...findInText(source, route)]
    const toDiscovery = routes.find(({ match }) => /^discovery\b/.test(match.groups?.at ?? ''))
    const found = toDiscovery ?? routes.find(({ match }) => /^designer\b/.test(match.groups?.at ?? ''))
    if (!found) continue
    const message = `nginx passes /ngsi9/subscription/ on to ${found.match.groups?.at}`
    yield {
      path: ['data', config.key],
      message,
      inText: found.inText,
      fix: 'add location ~* ^/ngsi9/subscription/ { return 403; }',
    }
  }
}
