import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Rule } from '../../model/rule.ts'
import { at, type Field, fieldOf, items, number, pathOf, text } from '../read/field.ts'
import { memoize } from '../read/memoize.ts'

export const addressPortCollision = {
  id: 'address-port-collision',
  severity: 'error',
  scope: 'cluster',
  summary: 'No two Services are published at one address with one port.',
  why: 'Only one of them gets it: a load balancer leaves the other pending, and with external IPs kube-proxy sends all calls to either of them.',
  fix: 'give one of the Services another address or port',
  kinds: ['Service'],
  *check(resource, cluster) {
    for (const { field, address, port, key } of bindingsOf(resource)) {
      const first = owners(cluster).get(key)
      if (!first || first === resource) continue
      const message = `${address} port ${port} is that of Service "${first.id.name}" already`
      yield { path: pathOf(field), message }
      return
    }
  },
} satisfies Rule

/** The first Service that is published at each address and port. */
const owners = memoize((cluster: ClusterView): ReadonlyMap<string, Resource> => {
  const found = new Map<string, Resource>()
  for (const service of cluster.ofKind('Service'))
    for (const { key } of bindingsOf(service)) if (!found.has(key)) found.set(key, service)
  return found
})

interface Binding {
  readonly field: Field
  readonly address: string
  readonly port: number | undefined
  readonly key: string
}

const bindingsOf = memoize((service: Resource): readonly Binding[] => {
  const spec = fieldOf(service, 'spec')
  const isBalanced = text(spec, 'type') === 'LoadBalancer'
  const fields = [...(isBalanced ? [at(spec, 'loadBalancerIP')] : []), ...items(spec, 'externalIPs')]
  return fields.flatMap(field => {
    const address = field.value
    if (typeof address !== 'string') return []
    return items(spec, 'ports').map(entry => {
      const port = number(entry, 'port')
      return { field, address, port, key: `${address} ${port} ${text(entry, 'protocol') ?? 'TCP'}` }
    })
  })
})
