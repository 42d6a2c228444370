import type { Resource } from '../../model/resource.ts'
import { containersIn } from './container.ts'
import { fogflowComponent, runs } from './program.ts'

/**
 * The program of a workload of which there may be only one: all state is in its memory or in one file (discovery/fastDiscovery.go:30-48, master/master.go, designer/main.js:27-35), and its clients know one host.
 */
export function singletonOf(resource: Resource): string | undefined {
  for (const container of containersIn(resource)) {
    const component = fogflowComponent(container)
    if (component === 'discovery' || component === 'master' || component === 'designer') return component
    if (container.role === 'main' && runs(container, /^rabbitmq$/)) return 'RabbitMQ'
    if (container.role === 'main' && runs(container, /^standalone$/)) return 'Dgraph'
  }
  return undefined
}
