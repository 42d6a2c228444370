import { isIpAddress, type Site } from '../site.ts'
import { derive, type Value } from '../text/derived.ts'
import { jsonPatch, mergePatch } from './patch.ts'

/** How the Services of a site are reached from outside, and its Ingress. */
export function listServicePatches(site: Site): readonly Value[] {
  return [...listAddressPatches(site), ...listIngressPatches(site)]
}

function listAddressPatches(site: Site): readonly Value[] {
  const { address, features, broker, role } = site.cluster.settings
  if (address === undefined) return []
  if (features.includes('external-ips')) {
    const operation = { op: 'replace', path: '/spec/externalIPs/0', value: derive(address, 'address') }
    return [jsonPatch({ kind: 'Service', name: 'broker|nginx|rabbitmq' }, [operation])]
  }
  const names = [
    ...(site.isReached && broker.replicas === 1 ? ['broker'] : []),
    ...(role === 'cloud' ? ['nginx'] : []),
    ...(role === 'cloud' && site.isReached ? ['rabbitmq'] : []),
  ]
  return names.map(name => mergePatch({ kind: 'Service', name }, publish(addressOf(name, site), address)))
}

function addressOf(service: string, { cluster: { settings } }: Site): string | undefined {
  return service === 'broker' ? settings.broker.addresses[0] : settings.address
}

/** A Service behind the load balancer of the cluster, at a given address where that is no name. */
export function publish(
  address: string | undefined,
  siteAddress: string | undefined,
): { readonly [key: string]: Value } {
  const path = address === siteAddress ? ['address'] : ['broker', 'addresses']
  const ip = address !== undefined && isIpAddress(address) ? { loadBalancerIP: derive(address, ...path) } : {}
  // The front door, RabbitMQ and a broker may share one address; MetalLB gives it to several Services only on this word.
  const annotations = { 'metallb.io/allow-shared-ip': 'fogflow' }
  return { metadata: { name: 'any', annotations }, spec: { type: 'LoadBalancer', ...ip } }
}

function listIngressPatches({ cluster: { settings } }: Site): readonly Value[] {
  const { ingress } = settings
  if (ingress === undefined) return []
  const { hostname, className, tls } = ingress
  const host = derive(hostname, 'ingress', 'hostname')
  const operations = [
    { op: 'replace', path: '/spec/rules/0/host', value: host },
    ...(className === undefined
      ? []
      : [{ op: 'add', path: '/spec/ingressClassName', value: derive(className, 'ingress', 'className') }]),
    ...(tls === undefined
      ? []
      : [{ op: 'add', path: '/spec/tls', value: [{ hosts: [host], secretName: derive(tls, 'ingress', 'tls') }] }]),
  ]
  return [jsonPatch({ kind: 'Ingress', name: 'fogflow' }, operations)]
}
