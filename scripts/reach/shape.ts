import type { Cluster } from '../model/cluster.ts'
import type { Resource } from '../model/resource.ts'
import { fieldOf } from '../validate/read/field.ts'
import { memoize } from '../validate/read/memoize.ts'
import { podOf } from '../validate/read/pod.ts'

/**
 * What docs/reachability.md calls the clusters of one kind: the settings on which policies and Services depend. A new
 * site of a kind that is there needs no new line.
 */
export function nameShape({ settings }: Cluster, hasEdges: boolean): string {
  const { role, release, address, ingress, features } = settings
  const parts = [
    ...[role, release],
    ...(role === 'cloud' && address !== undefined ? ['address'] : []),
    ...(hasEdges ? ['edge sites'] : []),
    ...(ingress ? ['ingress'] : []),
    ...[...features].sort(),
  ]
  return parts.join(' + ')
}

/** Equal for two units in which the same pods may talk in the same way: what is worked out for one holds for both. */
export function fingerprint(resources: readonly Resource[]): string {
  return resources.flatMap(resource => traitsOf(resource) ?? []).join('\n')
}

const traitsOf: (resource: Resource) => string | undefined = memoize(resource => {
  const { id, value } = resource
  const identity = [id.kind, id.namespace, id.name].join('/')
  if (id.kind === 'NetworkPolicy' || id.kind === 'Ingress') return `${identity} ${JSON.stringify(value.spec)}`
  if (id.kind === 'Namespace') return `${identity} ${JSON.stringify(fieldOf(resource, 'metadata', 'labels').value)}`
  if (id.kind === 'Service') return `${identity} ${JSON.stringify(value.spec, withoutAddress)}`
  const pod = podOf(resource)
  if (!pod) return undefined
  const { spec, metadata } = pod
  const { hostNetwork, containers, initContainers } = spec.value as Readonly<Record<string, unknown>>
  const labels = (metadata.value as { readonly labels?: unknown } | undefined)?.labels
  return `${identity} ${JSON.stringify([hostNetwork, labels, pod.names.length, portsIn(containers), portsIn(initContainers)])}`
})

function portsIn(containers: unknown): unknown {
  if (!Array.isArray(containers)) return undefined
  return containers.map(one => [one?.ports, one?.restartPolicy])
}

/** Where a site is changes nothing in what it publishes. */
function withoutAddress(key: string, value: unknown): unknown {
  return key === 'loadBalancerIP' ? undefined : value
}
