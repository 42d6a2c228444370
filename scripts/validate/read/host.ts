import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import { containersOf, describePorts, isPort, portsOf } from './container.ts'
import { at, fieldOf, items, text } from './field.ts'
import { listenedPorts } from './listener.ts'
import { type Pod, podsOf, selectPods } from './pod.ts'
import { type Problem, resolveHost } from './resolve-host.ts'
import { mapSelector } from './selector.ts'

/**
 * What is wrong with an address, as a pod of `namespace` sees it: its Service or pod does not exist, or serves no such
 * port. Undefined for addresses outside the cluster, which Git cannot judge.
 */
export function checkAddress(
  host: string,
  port: number | undefined,
  namespace: string | undefined,
  cluster: ClusterView,
): Problem | undefined {
  const target = resolveHost(host, namespace, cluster)
  if (target === 'outside') return undefined
  if ('message' in target) return target
  return port === undefined ? undefined : checkPort(target.service, target.podName, port, cluster)
}

/** Whether a host name is certainly one of the outside: a literal address, or a name of another domain. */
export function isOutsideCluster(host: string, namespace: string | undefined, cluster: ClusterView): boolean {
  return host !== 'localhost' && host.includes('.') && resolveHost(host, namespace, cluster) === 'outside'
}

/** The pods that an address of the cluster leads to, each with the port by which it is reached there. */
export function podsAt(
  host: string,
  port: number,
  namespace: string | undefined,
  cluster: ClusterView,
): readonly { readonly pod: Pod; readonly port: unknown }[] {
  const target = resolveHost(host, namespace, cluster)
  if (target === 'outside' || 'message' in target) return []
  const spec = fieldOf(target.service, 'spec')
  const entry = items(spec, 'ports').find(one => at(one, 'port').value === port)
  const targetPort = entry && at(entry, 'targetPort').value
  const isHeadless = text(spec, 'clusterIP') === 'None'
  return podsBehind(target.service, target.podName, cluster).map(pod => ({
    pod,
    port: isHeadless ? port : (targetPort ?? port),
  }))
}

function checkPort(
  service: Resource,
  podName: string | undefined,
  port: number,
  cluster: ClusterView,
): Problem | undefined {
  const spec = fieldOf(service, 'spec')
  if (text(spec, 'type') === 'ExternalName') return undefined
  const name = `Service "${service.id.name}"`
  const pods = text(spec, 'clusterIP') === 'None' ? podsBehind(service, podName, cluster) : []
  if (cluster.isCompose) return checkListeners(name, pods, port, cluster)
  if (text(spec, 'clusterIP') === 'None') return checkPodPort(name, pods, port)
  const ports = items(spec, 'ports').map(entry => entry.value as { port?: unknown })
  if (ports.some(entry => entry?.port === port)) return undefined
  const all = items(spec, 'ports').map(entry => JSON.stringify((entry.value as { port?: unknown })?.port))
  return { message: `${name} has no port ${port}`, fix: `use a port that it has: ${all.join(', ') || 'none'}` }
}

/** Behind a headless Service the caller meets the pod itself, whatever ports the Service lists. */
function checkPodPort(name: string, pods: readonly Pod[], port: number): Problem | undefined {
  const declared = pods.flatMap(portsOf)
  if (pods.length === 0 || declared.some(one => isPort(one, port))) return undefined
  const fix = `use a port that they declare: ${describePorts(declared)}`
  return { message: `the pods of ${name} do not listen on port ${port}`, fix }
}

/** Services of a compose file meet each other's programs: what counts is what these listen on, where that is known. */
function checkListeners(name: string, pods: readonly Pod[], port: number, cluster: ClusterView): Problem | undefined {
  const known = pods.flatMap(containersOf).map(container => listenedPorts(container, cluster))
  const ports = known.flatMap(one => one ?? [])
  if (known.length === 0 || known.includes(undefined) || ports.includes(port)) return undefined
  const listens = `listens on ${ports.join(', ') || 'no port'}`
  return { message: `${name} ${listens}, not on ${port}`, fix: 'use a port that it listens on, or configure it so' }
}

function podsBehind(service: Resource, podName: string | undefined, cluster: ClusterView): readonly Pod[] {
  if (podName !== undefined) return podsOf(cluster).filter(pod => pod.names.includes(podName))
  const selector = mapSelector(fieldOf(service, 'spec', 'selector'))
  return selector.length === 0 ? [] : selectPods(cluster, service.id.namespace, selector)
}
