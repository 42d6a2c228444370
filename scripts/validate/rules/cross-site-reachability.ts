import type { ClusterView } from '../../model/cluster-view.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { advertisedHost, dialledAddresses } from '../read/config-host.ts'
import { at, fieldOf, items, number, text } from '../read/field.ts'
import { configFinding, configsIn, type FogflowConfig, fogflowConfigs } from '../read/fogflow-config.ts'
import { memoize } from '../read/memoize.ts'
import { isPublished, publishedAddresses } from '../read/published.ts'
import { resolveHost } from '../read/resolve-host.ts'

export const crossSiteReachability = {
  id: 'cross-site-reachability',
  severity: 'error',
  scope: 'cluster',
  summary:
    "An edge calls its cloud at ports that the cloud publishes there, and the cloud's broker registers under an address that edges reach.",
  why: 'A broker waits for discovery for ever (broker/main.go:36-50), and brokers call each other both ways at the address that each has registered (broker/thinBroker.go:344-419): no query, update or subscription crosses the border.',
  fix: "publish the Service at the cloud's address, under the port that the config has",
  kinds: ['ConfigMap', 'Secret'],
  *check(resource, cluster) {
    const reported = new Set<string>()
    for (const config of cluster.siblings.length > 0 ? configsIn(resource, cluster) : [])
      for (const finding of [...checkCalls(config, cluster), ...checkBroker(config, cluster)])
        if (!reported.has(finding.message)) {
          reported.add(finding.message)
          yield finding
        }
  },
} satisfies Rule

/** What the config calls at the address of another site of this run. */
function* checkCalls(config: FogflowConfig, { siblings }: ClusterView): Iterable<Finding> {
  for (const { host, port } of dialledAddresses(config.json, config.component)) {
    const address = text(config.json, ...host) ?? ''
    const value = number(config.json, ...port)
    const site = isOfOthers(host) ? siblings.find(one => addressesOf(one).has(address)) : undefined
    const ports = site && publishedPorts(site, address)
    if (!site || value === undefined || ports?.includes(value)) continue
    const message = `${port.join('.')} is ${value}, but ${site.name}, whose address is "${address}", publishes ${ports?.join(', ') || 'nothing'} there`
    yield configFinding(config, at(config.json, ...port), message)
  }
}

/** Whether the host is one of another site: my_hostip and external_ip are a site's own. */
function isOfOthers([key = '']: readonly string[]): boolean {
  return !['my_hostip', 'internal_hostip', 'external_ip', 'external_hostip'].includes(key)
}

/** A broker of a site that others call. */
function* checkBroker(config: FogflowConfig, cluster: ClusterView): Iterable<Finding> {
  const key = config.component === 'broker' ? advertisedHost(config.json) : undefined
  const caller = key && cluster.siblings.find(one => callsInto(one, cluster))
  const host = key && text(config.json, ...key)
  const target = host === undefined ? 'outside' : resolveHost(host, config.reader.pod.namespace, cluster)
  if (!key || !caller || target === 'outside' || 'message' in target || isPublished(target.service)) return
  const message = `the broker registers under ${key.join('.')}, "${host}", a Service that ${caller.name} cannot reach`
  yield configFinding(config, at(config.json, ...key), message)
}

function callsInto(caller: ClusterView, site: ClusterView): boolean {
  return fogflowConfigs(caller).some(({ json, component }) =>
    dialledAddresses(json, component).some(
      ({ host }) => isOfOthers(host) && addressesOf(site).has(text(json, ...host) ?? ''),
    ),
  )
}

/** The addresses at which a site publishes a Service. */
const addressesOf = memoize(
  (site: ClusterView): ReadonlySet<string> => new Set(site.ofKind('Service').flatMap(publishedAddresses)),
)

function publishedPorts(site: ClusterView, address: string): readonly number[] {
  return site
    .ofKind('Service')
    .filter(service => publishedAddresses(service).includes(address))
    .flatMap(service => items(fieldOf(service, 'spec'), 'ports'))
    .flatMap(port => number(port, 'port') ?? [])
}
