import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import { expectedOf, findExpected } from './expected.ts'
import { fieldOf, text } from './field.ts'
import { namespacesOf } from './namespace.ts'
import { inNamespace } from './object-reference.ts'
import { podsOf } from './pod.ts'
import { nearest } from './suggest.ts'

/** What a name or a port of it is wrong about. */
export interface Problem {
  readonly message: string
  readonly fix: string
}

/** What a host name leads to inside the cluster; `outside` where the cluster's manifests say nothing about it. */
export type Target = 'outside' | { readonly service: Resource; readonly podName: string | undefined } | Problem

/** The cluster's DNS domain, `svc.cluster.local` unless the cluster was set up with another (Kubernetes, "DNS for Services and Pods"). */
const domain = ['svc', 'cluster', 'local']
const address = /^[\d.]+$|:/

/** Where a host name leads, as a pod of `namespace` asks for it. */
export function resolveHost(host: string, namespace: string | undefined, cluster: ClusterView): Target {
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
  const known = cluster.ofKind('Service').filter(({ id }) => cluster.mayBeOne(id.namespace, namespace))
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
