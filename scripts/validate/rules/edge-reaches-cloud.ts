import type { ClusterView } from '../../model/cluster-view.ts'
import type { FleetView } from '../../model/fleet-view.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { type Door, listDoors } from '../../reach/doors.ts'
import { formatPorts, hasPort } from '../../reach/port-set.ts'
import { findWay, readReach } from '../../reach/reach.ts'
import { dialledAddresses } from '../read/config-host.ts'
import { at, number, text } from '../read/field.ts'
import { configFinding, configsIn, type FogflowConfig } from '../read/fogflow-config.ts'
import { memoize } from '../read/memoize.ts'

export const edgeReachesCloud = {
  id: 'edge-reaches-cloud',
  severity: 'error',
  scope: 'fleet',
  summary:
    'What a config.json calls at the address of another cluster is published there, and the policies of that cluster let the call in.',
  why: 'An edge waits for the discovery of its cloud for ever (broker/main.go:36-50), and its worker gives up RabbitMQ after 11 s for good (worker/worker.go:62-80): the site takes no tasks, and nothing in its own cluster is wrong.',
  fix: 'publish the port in the other cluster and let it in by a NetworkPolicy, or correct the address or the port here',
  kinds: ['ConfigMap', 'Secret'],
  *check(resource, cluster, fleet) {
    const reported = new Set<unknown>()
    for (const config of configsIn(resource, cluster))
      for (const call of callsOf(config)) {
        const message = judgeCall(config, call, cluster, fleet)
        if (message === undefined || reported.has(message)) continue
        reported.add(message)
        yield configFinding(config, at(config.json, ...call.key), message) satisfies Finding
      }
  },
} satisfies Rule

interface Call {
  readonly key: readonly string[]
  readonly address: string
  readonly port: number
}

function callsOf({ json, component }: FogflowConfig): readonly Call[] {
  return dialledAddresses(json, component).flatMap(({ host, port }) => {
    const value = number(json, ...port)
    return value === undefined ? [] : [{ key: host, address: text(json, ...host) ?? '', port: value }]
  })
}

/** What is wrong with a call into another cluster; undefined for one that arrives, and for any other call. */
function judgeCall(
  { component }: FogflowConfig,
  { address, port }: Call,
  cluster: ClusterView,
  fleet: FleetView,
): string | undefined {
  const site = fleet.at(address)
  if (!site || site.name === cluster.name) return undefined
  const doors = doorsAt(site, address)
  const open = doors.filter(door => door.port === port)
  const call = `${component} calls ${address}:${port}`
  if (open.length === 0)
    return `${call}, where ${site.name} publishes ${[...new Set(doors.map(one => one.port))].sort((a, b) => a - b).join(', ') || 'nothing'}`
  if (open.some(door => letsIn(door, site))) return undefined
  const { target, targetPort, protocol } = open[0] as Door
  const ports = formatPorts([{ protocol, first: targetPort, last: targetPort }])
  return `${call}, and no NetworkPolicy of ${site.name} lets it in to ${target.name} at ${ports}`
}

/** One that is bound to no address in Git may be at this one. */
function doorsAt(site: ClusterView, address: string): readonly Door[] {
  return doorsOf(site).filter(({ addresses }) => addresses.length === 0 || addresses.includes(address))
}

const doorsOf = memoize((site: ClusterView) => listDoors(readReach(site.resources)))

/** Whether any address outside of it may call: which one a site calls from, behind its routers, Git does not know. */
function letsIn({ target, targetPort, protocol }: Door, site: ClusterView): boolean {
  const { policies, groups } = readReach(site.resources)
  const outside = groups.flatMap(({ members }) => members.filter(({ kind }) => kind === 'address'))
  return outside.some(from => hasPort(findWay(from, target, policies).ports, targetPort, protocol))
}
