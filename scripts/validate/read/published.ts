import type { Resource } from '../../model/resource.ts'
import { fieldOf, items, text } from './field.ts'

/** Whether a Service takes calls from outside of its cluster. */
export function isPublished(service: Resource): boolean {
  const spec = fieldOf(service, 'spec')
  return ['LoadBalancer', 'NodePort'].includes(text(spec, 'type') ?? '') || items(spec, 'externalIPs').length > 0
}

/** The addresses at which a Service takes calls from outside, as far as Git has them. */
export function publishedAddresses(service: Resource): readonly string[] {
  const spec = fieldOf(service, 'spec')
  const listed = items(spec, 'externalIPs').map(({ value }) => String(value))
  const balancer = text(spec, 'loadBalancerIP')
  return balancer === undefined ? listed : [...listed, balancer]
}
