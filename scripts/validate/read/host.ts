import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import { describePorts, isPort, portsOf } from './container.ts'
import { expectedOf, findExpected } from './expected.ts'
import { at, fieldOf, items, text } from './field.ts'
import { namespacesOf } from './namespace.ts'
import { inNamespace } from './object-reference.ts'
import { type Pod, podsOf, selectPods } from './pod.ts'
import { mapSelector } from './selector.ts'
import { nearest } from './suggest.ts'

/** What a name or a port of it is wrong about. */
export interface Problem {
  readonly message: string
  readonly fix: string
}

/** What a host name leads to inside the cluster; `outside` where the cluster's manifests say nothing about it. */
type Target = 'outside' | { readonly service: Resource; readonly podName: string | undefined } | Problem

/** The cluster's DNS domain, `svc.cluster.local` unless the cluster was set up with another (Kubernetes, "DNS for Services and Pods"). */
const domain = ['svc', 'cluster', 'local']
const address = /^[\d.]+$|:/

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

function resolveHost(host: string, namespace: string | undefined, cluster: ClusterView): Target {
  const name = host.replace(/\.$/, '').toLowerCase()
  if (name === '' || name === 'localhost') return 'outside'
  if (address.test(name)) return isAddress(name) ? 'outside' : notAnAddress(name)
  const labels = name.split('.')
  const { rest, problem } = withoutDomain(labels, cluster)
  if (problem) return problem
  const isFull = rest.length < labels.length
  return locate(rest, isFull, namespace, cluster)
}

function isAddress(name: string): boolean {
  return name.includes(':') || (name.split('.').length === 4 && name.split('.').every(part => Number(part) < 256))
}

function notAnAddress(name: string): Problem {
  return { message: `"${name}" is no IPv4 address`, fix: 'write four numbers from 0 to 255' }
}

/** Takes `svc.cluster.local` or `svc` off the end; one label that is nearly right is a misspelling. */
function withoutDomain(
  labels: readonly string[],
  cluster: ClusterView,
): { rest: readonly string[]; problem?: Problem } {
  for (const suffix of [domain, domain.slice(0, 1)]) {
    const rest = labels.slice(0, -suffix.length)
    const tail = labels.slice(-suffix.length)
    const wrong = tail.filter((label, index) => label !== suffix[index])
    const isUnderDomain = tail.slice(1).join('.') === 'cluster.local' && tail[0] !== 'pod'
    if (rest.length === 0) continue
    if (wrong.length === 0) return { rest }
    const [only = ''] = wrong
    const isCertain = suffix.length > 1 || isServiceInNamespace(rest, cluster)
    if (wrong.length === 1 && isCertain && (isUnderDomain || nearest(only, suffix) !== undefined))
      return { rest, problem: misspelt(labels.join('.'), [...rest, ...suffix].join('.')) }
  }
  return { rest: labels }
}

function isServiceInNamespace(labels: readonly string[], cluster: ClusterView): boolean {
  return cluster.find('Service', labels.at(-1), labels.at(-2) ?? '') !== undefined
}

function misspelt(host: string, meant: string): Problem {
  return { message: `"${host}" is no name of the cluster`, fix: `did you mean "${meant}"?` }
}

/** `service`, `service.namespace`, `pod.service` and `pod.service.namespace`; other names with dots are outside. */
function locate(
  labels: readonly string[],
  isFull: boolean,
  namespace: string | undefined,
  cluster: ClusterView,
): Target {
  const [first = '', second, third] = labels
  if (second === undefined) return isFull ? 'outside' : findService(first, namespace, cluster)
  if (third !== undefined) return labels.length === 3 ? locatePod(labels, isFull, cluster) : 'outside'
  if (!isFull && cluster.find('Service', namespace, second)) return findPod(first, second, namespace, cluster)
  return isNamespace(second, isFull, first, cluster) ? findService(first, second, cluster) : 'outside'
}

function locatePod(labels: readonly string[], isFull: boolean, cluster: ClusterView): Target {
  const [pod = '', service = '', namespace = ''] = labels
  return isNamespace(namespace, isFull, service, cluster) ? findPod(pod, service, namespace, cluster) : 'outside'
}

/** A name without the cluster's domain is one of the cluster only where it begins like one. */
function isNamespace(name: string, isFull: boolean, service: string, cluster: ClusterView): boolean {
  const known = namespacesOf(cluster).map(one => one.name)
  if (isFull || known.includes(name)) return true
  return nearest(name, known) !== undefined && cluster.ofKind('Service').some(({ id }) => id.name === service)
}

function findService(name: string, namespace: string | undefined, cluster: ClusterView): Target {
  const service = cluster.find('Service', namespace, name)
  if (service) return { service, podName: undefined }
  if (!cluster.complete || isOutside(name, namespace, cluster)) return 'outside'
  const known = cluster.ofKind('Service').filter(({ id }) => id.namespace === namespace)
  const near = nearest(
    name,
    known.map(({ id }) => id.name),
  )
  const otherwise = `name a Service that exists${
    known.length === 0
      ? ''
      : `: ${known
          .map(({ id }) => id.name)
          .sort()
          .join(', ')}`
  }`
  return {
    message: `there is no Service "${name}"${inNamespace(namespace)}`,
    fix: near === undefined ? otherwise : `did you mean "${near}"?`,
  }
}

/** Services of other people's namespaces, such as that of the cluster's DNS, are not in these manifests. */
function isOutside(name: string, namespace: string | undefined, cluster: ClusterView): boolean {
  if (findExpected(cluster, 'Service', namespace, name)) return true
  const isOurs = cluster.resources.some(({ id }) => id.namespace === namespace && id.kind !== 'Namespace')
  const isExpected = expectedOf(cluster).some(({ kind, name: other }) => kind === 'Namespace' && other === namespace)
  const isInitial = ['kube-system', 'default'].includes(namespace ?? '')
  return !isOurs && (isExpected || isInitial)
}

function findPod(podName: string, name: string, namespace: string | undefined, cluster: ClusterView): Target {
  const target = findService(name, namespace, cluster)
  if (target === 'outside' || 'message' in target) return target
  const sets = podsOf(cluster).filter(
    ({ resource, namespace: own }) => own === namespace && text(fieldOf(resource), 'spec', 'serviceName') === name,
  )
  if (sets.some(({ names }) => names.includes(podName))) return { ...target, podName }
  const names = sets.flatMap(pod => pod.names)
  if (!cluster.complete && names.length === 0) return 'outside'
  return {
    message: `no pod of Service "${name}" is called "${podName}"`,
    fix: `name one of its pods${names.length === 0 ? ': a StatefulSet with this serviceName makes them' : `: ${names.slice(0, 8).join(', ')}`}`,
  }
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
  if (text(spec, 'clusterIP') === 'None') return checkPodPort(name, podsBehind(service, podName, cluster), port)
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

function podsBehind(service: Resource, podName: string | undefined, cluster: ClusterView): readonly Pod[] {
  if (podName !== undefined) return podsOf(cluster).filter(pod => pod.names.includes(podName))
  const selector = mapSelector(fieldOf(service, 'spec', 'selector'))
  return selector.length === 0 ? [] : selectPods(cluster, service.id.namespace, selector)
}
