import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Rule } from '../../model/rule.ts'
import { fieldOf, pathOf, text } from '../read/field.ts'
import { memoize } from '../read/memoize.ts'
import { mostFrequent } from '../read/most-frequent.ts'

/** With the name that it had before MetalLB 0.15. */
const annotations = ['metallb.io/allow-shared-ip', 'metallb.universe.tf/allow-shared-ip']

export const sharedLoadBalancerAddress = {
  id: 'shared-load-balancer-address',
  severity: 'error',
  scope: 'cluster',
  summary: 'Services that share the address of a load balancer have one sharing key.',
  why: 'MetalLB gives an address to a second Service only where both have the same key (MetalLB, "Usage", IP Address Sharing): the other one stays pending, without an address.',
  fix: 'write the same metallb.io/allow-shared-ip at each of them',
  kinds: ['Service'],
  *check(resource, cluster) {
    const address = addressOf(resource)
    const group = address === undefined ? [] : (groups(cluster).get(address) ?? [])
    const own = keyOf(resource)
    const common = group.length < 2 ? undefined : mostFrequent(group.flatMap(one => keyOf(one) ?? []))
    if (common === undefined || own === common) return
    const path =
      own === undefined ? ['metadata', 'annotations'] : pathOf(annotationsOf(resource), nameOf(resource) ?? '')
    const what = own === undefined ? 'has no sharing key' : `has the sharing key "${own}"`
    const message = `${address} is that of ${group.length} Services, and this one ${what}; the others have "${common}"`
    yield { path, at: 'key', message }
  },
} satisfies Rule

const groups = memoize((cluster: ClusterView): ReadonlyMap<string, readonly Resource[]> => {
  const found = new Map<string, Resource[]>()
  for (const service of cluster.ofKind('Service')) {
    const address = addressOf(service)
    if (address !== undefined) found.set(address, [...(found.get(address) ?? []), service])
  }
  return found
})

function addressOf(service: Resource): string | undefined {
  const spec = fieldOf(service, 'spec')
  return text(spec, 'type') === 'LoadBalancer' ? text(spec, 'loadBalancerIP') : undefined
}

const annotationsOf = (service: Resource) => fieldOf(service, 'metadata', 'annotations')
const nameOf = (service: Resource) => annotations.find(name => text(annotationsOf(service), name) !== undefined)

function keyOf(service: Resource): string | undefined {
  const name = nameOf(service)
  return name === undefined ? undefined : text(annotationsOf(service), name)
}
