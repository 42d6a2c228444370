import type { Resource } from '../model/resource.ts'
import { at, type Field, fieldOf, items, number, text } from '../validate/read/field.ts'
import { mapSelector, selects } from '../validate/read/selector.ts'
import type { PodEndpoint } from './endpoint.ts'
import type { Reach } from './reach.ts'

/** A port by which pods are reached from outside of their cluster. */
export interface Door {
  readonly by: 'LoadBalancer' | 'NodePort' | 'external IP' | 'host port' | 'Ingress'
  /** What it is bound to; undefined where any node answers, or where nobody says. */
  readonly addresses: readonly string[]
  readonly port: number
  readonly protocol: string
  readonly target: PodEndpoint
  /** Of the pods. */
  readonly targetPort: number
  readonly resource: Resource
}

export function listDoors({ resources, groups }: Reach): readonly Door[] {
  const pods = groups.flatMap(({ members }) => members).filter(isWorkload)
  const services = resources.filter(({ id }) => id.kind === 'Service')
  return [
    ...services.flatMap(service => doorsOfService(service, pods)),
    ...resources.filter(({ id }) => id.kind === 'Ingress').flatMap(one => doorsOfIngress(one, services, pods)),
    ...pods.flatMap(doorsOfPod),
  ]
}

function isWorkload(endpoint: { readonly kind: string }): endpoint is PodEndpoint {
  return endpoint.kind === 'pod' && 'resource' in endpoint
}

function doorsOfService(service: Resource, pods: readonly PodEndpoint[]): readonly Door[] {
  const spec = fieldOf(service, 'spec')
  const type = text(spec, 'type')
  const external = items(spec, 'externalIPs').map(({ value }) => String(value))
  const address = text(spec, 'loadBalancerIP')
  return items(spec, 'ports').flatMap(entry => {
    const port = number(entry, 'port')
    const nodePort = number(entry, 'nodePort')
    const ways: readonly Pick<Door, 'by' | 'addresses' | 'port'>[] = [
      ...(type === 'LoadBalancer' && port
        ? [{ by: 'LoadBalancer' as const, addresses: address ? [address] : [], port }]
        : []),
      ...(type === 'NodePort' ? [{ by: 'NodePort' as const, addresses: [], port: nodePort ?? 0 }] : []),
      ...(external.length > 0 && port ? [{ by: 'external IP' as const, addresses: external, port }] : []),
    ]
    return ways.flatMap(way =>
      targetsOf(service, entry, pods).map(target => ({ ...way, ...target, resource: service })),
    )
  })
}

type Target = Pick<Door, 'protocol' | 'target' | 'targetPort'>

/** The pods behind a Service's port, each with the number that it means there. */
function targetsOf(service: Resource, entry: Field, pods: readonly PodEndpoint[]): readonly Target[] {
  const selector = mapSelector(fieldOf(service, 'spec', 'selector'))
  const protocol = text(entry, 'protocol') ?? 'TCP'
  const port = at(entry, 'targetPort').value ?? at(entry, 'port').value
  if (selector.length === 0) return []
  return pods
    .filter(pod => pod.namespace === (service.id.namespace ?? 'default') && selects(selector, pod.labels))
    .flatMap(target => {
      const named = (target.ports ?? []).filter(one => one.name === port && one.protocol === protocol)
      const numbers = typeof port === 'number' ? [port] : named.map(one => one.number)
      return numbers.map(targetPort => ({ protocol, target, targetPort }))
    })
}

function doorsOfIngress(
  ingress: Resource,
  services: readonly Resource[],
  pods: readonly PodEndpoint[],
): readonly Door[] {
  const spec = fieldOf(ingress, 'spec')
  const paths = items(spec, 'rules').flatMap(rule => items(rule, 'http', 'paths').map(path => at(path, 'backend')))
  const ports = items(spec, 'tls').length > 0 ? [80, 443] : [80]
  return [at(spec, 'defaultBackend'), ...paths].flatMap(backend => {
    const name = text(backend, 'service', 'name')
    const service = services.find(({ id }) => id.name === name && id.namespace === ingress.id.namespace)
    const wanted = [text(backend, 'service', 'port', 'name'), number(backend, 'service', 'port', 'number')]
    const entry =
      service &&
      items(fieldOf(service, 'spec'), 'ports').find(
        one => wanted.includes(text(one, 'name') ?? '') || wanted.includes(number(one, 'port') ?? 0),
      )
    if (!service || !entry) return []
    return targetsOf(service, entry, pods).flatMap(target =>
      ports.map(port => ({ by: 'Ingress' as const, addresses: [], port, ...target, resource: ingress })),
    )
  })
}

function doorsOfPod(pod: PodEndpoint): readonly Door[] {
  const { resource } = pod
  if (!resource) return []
  return (pod.ports ?? []).flatMap(({ number: targetPort, protocol, hostPort }) => {
    const port = pod.isOnHost ? targetPort : hostPort
    return port === undefined
      ? []
      : [{ by: 'host port', addresses: [], port, protocol, target: pod, targetPort, resource }]
  })
}
