import { isReachable } from '../address.ts'
import type { Detector, Finding } from '../defect.ts'
import { inCompose, inKubernetes, publishedServices, roleOf, selectedBy } from '../facts.ts'
import { itemsAt, numberAt, placeOf, textAt } from '../node.ts'
import { publishedPorts } from '../read/read-compose.ts'
import type { Config, Site } from '../site.ts'

export const crossSiteReachability = {
  code: 'cross-site-reachability',
  outcome: 'corrected',
  why: 'Cloud and edge brokers call each other, and edges call discovery and RabbitMQ: a site that is not reached never registers, and no query or subscription crosses to it.',
  here: 'what other sites call is at address (and broker.addresses), on the ports that are listened on',
  *find(site, sites) {
    for (const config of site.configs) {
      if (roleOf(site) === 'edge') yield* [...edgeFindings(config, sites), ...publishedElsewhere(config, site)]
      else yield* cloudFindings(config)
    }
    if (roleOf(site) === 'cloud') yield* hiddenBrokers(site)
  },
} satisfies Detector

/** The name that a cloud's broker goes by is what edges are told to call. */
function* cloudFindings({ root }: Config): Iterable<Finding> {
  const host = textAt(root, 'broker', 'host_ip')
  if (host && !isReachable(host))
    yield {
      at: placeOf(root, 'broker', 'host_ip'),
      message: `the broker tells edges to call "${host}", which they cannot resolve`,
    }
}

function* hiddenBrokers(site: Site): Iterable<Finding> {
  const published = publishedServices(site)
  for (const service of site.resources.filter(({ id }) => id.kind === 'Service'))
    if (!published.includes(service) && selectedBy(service, site).some(({ component }) => component === 'broker'))
      yield {
        at: placeOf(service.root, 'spec', 'type'),
        message: `the Service "${service.id.name}" of the broker has no address outside of the cluster`,
      }
}

function* edgeFindings({ root }: Config, sites: readonly Site[]): Iterable<Finding> {
  const [cloud, own] = ['coreservice_ip', 'my_hostip'].map(key => textAt(root, key))
  if (own !== undefined && own === cloud)
    yield { at: placeOf(root, 'my_hostip'), message: `the edge says it is at "${own}", which is its cloud` }
  const port = numberAt(root, 'discovery', 'http_port')
  if (port === undefined) return
  const clouds = sites.filter(site => roleOf(site) === 'cloud' && site.workloads.length > 0)
  const isOpen = clouds.length === 0 ? port === 8090 : clouds.some(site => openPorts(site).includes(port))
  const who =
    clouds.length === 0 ? 'discovery itself listens on 8090' : 'nothing of the cloud is reached there from outside'
  if (!isOpen)
    yield {
      at: placeOf(root, 'discovery', 'http_port'),
      message: `the edge calls discovery at port ${port} of "${cloud ?? ''}", and ${who}`,
    }
}

/** What an edge's broker says of itself must be where its Service is. */
function* publishedElsewhere({ root }: Config, site: Site): Iterable<Finding> {
  const own = ['external_ip', 'my_hostip'].flatMap(key => textAt(root, key) || [])[0]
  for (const service of publishedServices(site)) {
    const addresses = itemsAt(service.root, 'spec', 'externalIPs').map(address => textAt(address) ?? '')
    const isBroker = selectedBy(service, site).some(({ component }) => component === 'broker')
    if (isBroker && own !== undefined && addresses.length > 0 && !addresses.includes(own))
      yield {
        at: placeOf(service.root, 'spec', 'externalIPs'),
        message: `the broker is published at ${addresses.join(', ')}, and says it is at "${own}"`,
      }
  }
}

/** The ports of discovery, or of a proxy before it, that are open to other sites. */
function openPorts(site: Site): readonly number[] {
  const isFront = (component: unknown) => component === 'discovery' || component === 'nginx'
  const services = publishedServices(site).filter(service =>
    selectedBy(service, site).some(({ component }) => isFront(component)),
  )
  const compose = inCompose(site).filter(({ component }) => isFront(component))
  return [
    ...services.flatMap(({ root }) => itemsAt(root, 'spec', 'ports').map(port => numberAt(port, 'port') ?? 0)),
    ...compose.flatMap(publishedPorts).map(({ outside }) => outside),
    ...inKubernetes(site).flatMap(({ component, container }) =>
      isFront(component) ? itemsAt(container, 'ports').map(port => numberAt(port, 'hostPort') ?? 0) : [],
    ),
  ]
}
