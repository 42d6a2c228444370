import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { dialledAddresses } from '../read/config-host.ts'
import { containersOf } from '../read/container.ts'
import { at, fieldOf, text } from '../read/field.ts'
import { configFinding, configsIn } from '../read/fogflow-config.ts'
import { memoize } from '../read/memoize.ts'
import { selectPods } from '../read/pod.ts'
import { fogflowComponent, runs } from '../read/program.ts'
import { mapSelector } from '../read/selector.ts'

export const configServiceAddress = {
  id: 'config-service-address',
  severity: 'error',
  scope: 'cluster',
  summary: 'What runs in the same cluster is called by the name of its Service, not by an address of a node.',
  why: 'Without a host_ip of its own a component is looked for at coreservice_ip, external_ip or my_hostip (common/config/config.go:100-218). That works while some machine happens to have that address; then master and worker give up after 11 s, for good.',
  fix: 'add host_ip with the name of the Service',
  kinds: ['ConfigMap', 'Secret'],
  *check(resource, cluster) {
    const reported = new Set<string>()
    for (const config of configsIn(resource, cluster))
      for (const { host, port } of dialledAddresses(config.json, config.component)) {
        const [part = ''] = port
        const value = text(config.json, ...host) ?? ''
        const service = host[0] === part ? undefined : servicesByPart(cluster).get(part)
        // A broker that reads it, too, advertises what stands there: of that config-advertised-address tells.
        const isOfBroker = part === 'broker' && configsIn(resource, cluster).some(({ component }) => component === part)
        if (isOfBroker || service === undefined || !isAddress(value) || reported.has(`${config.key} ${part}`)) continue
        reported.add(`${config.key} ${part}`)
        const message = `${part}.host_ip is missing: ${config.component} calls ${part} at ${host[0]}, "${value}", instead of Service "${service}"`
        yield configFinding(config, at(config.json, part), message, `add "host_ip": "${service}"`)
      }
  },
} satisfies Rule

function isAddress(host: string): boolean {
  return /^[\d.]+$/.test(host) || host.includes(':')
}

/** The Service of each part of a config.json whose program runs here. */
const servicesByPart = memoize((cluster: ClusterView): ReadonlyMap<string, string> => {
  const services = cluster.ofKind('Service').flatMap(service => {
    const selector = mapSelector(fieldOf(service, 'spec', 'selector'))
    const pods = selector.length === 0 ? [] : selectPods(cluster, service.id.namespace, selector)
    return pods.flatMap(containersOf).flatMap(container => {
      const part = fogflowComponent(container) ?? (runs(container, /^rabbitmq$/) ? 'rabbitmq' : undefined)
      return part === undefined ? [] : [[part, service.id.name] as const]
    })
  })
  return new Map(services)
})
