import type { FleetFacts } from './fleet-facts.ts'
import { textAt } from './node.ts'
import type { Site } from './site.ts'

/**
 * The cloud of an edge: the one that comes along with it; of those in the repository, the one at the address that the
 * edge calls; or the only one that there is.
 */
export function chooseCloud(edge: Site, imported: readonly string[], { clusters }: FleetFacts): string | undefined {
  if (imported.length > 0) return imported.length === 1 ? imported[0] : undefined
  const clouds = clusters.filter(({ role }) => role === 'cloud')
  const called = edge.configs.map(({ root }) => textAt(root, 'coreservice_ip'))
  const there = clouds.find(({ addresses }) => addresses.some(address => called.includes(address)))
  return (there ?? (clouds.length === 1 ? clouds[0] : undefined))?.name
}
