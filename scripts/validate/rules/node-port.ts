import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Rule } from '../../model/rule.ts'
import { type Field, fieldOf, items, number, pathOf, text } from '../read/field.ts'
import { memoize } from '../read/memoize.ts'

/** kube-apiserver's --service-node-port-range, as it is unless somebody sets it. */
const [least, most] = [30000, 32767]

export const nodePort = {
  id: 'node-port',
  severity: 'error',
  scope: 'cluster',
  summary: `A nodePort is one of ${least} to ${most}, that of one Service alone, and of a Service that has one.`,
  why: 'The API server refuses the Service ("provided port is not in the valid range", "provided port is already allocated"), and all of the sync with it.',
  fix: 'leave nodePort out: the API server draws a free one',
  kinds: ['Service'],
  *check(resource, cluster) {
    const type = text(fieldOf(resource), 'spec', 'type') ?? 'ClusterIP'
    for (const port of items(fieldOf(resource, 'spec'), 'ports')) {
      const wanted = number(port, 'nodePort') ?? 0
      const problem = wanted === 0 ? undefined : (problemOf(wanted, type) ?? takenBy(port, resource, cluster))
      if (problem !== undefined) yield { path: pathOf(port, 'nodePort'), message: `nodePort ${wanted} ${problem}` }
    }
  },
} satisfies Rule

function problemOf(port: number, type: string): string | undefined {
  if (type !== 'NodePort' && type !== 'LoadBalancer') return `cannot be that of a Service of type ${type}`
  return port < least || port > most ? `is not one of ${least} to ${most}` : undefined
}

/** A port may be had twice by one Service, for TCP and for UDP. */
function takenBy(port: Field, resource: Resource, cluster: ClusterView): string | undefined {
  const first = owners(cluster).get(keyOf(port))
  if (!first || (first.resource === resource && first.index === port.key)) return undefined
  return `is that of port ${first.index + 1} of Service ${first.resource.id.name}, too`
}

const keyOf = (port: Field) => `${number(port, 'nodePort')}/${text(port, 'protocol') ?? 'TCP'}`

interface Owner {
  readonly resource: Resource
  readonly index: number
}

/** Who has each node port first. */
const owners: (cluster: ClusterView) => ReadonlyMap<string, Owner> = memoize(cluster => {
  const found = new Map<string, Owner>()
  for (const resource of cluster.ofKind('Service'))
    for (const [index, port] of items(fieldOf(resource, 'spec'), 'ports').entries())
      if (number(port, 'nodePort') && !found.has(keyOf(port))) found.set(keyOf(port), { resource, index })
  return found
})
