import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { type Container, containersOf, isPort, type Port, portsOfContainer } from '../read/container.ts'
import { at, fieldOf, items, pathOf } from '../read/field.ts'
import { knownPorts, listenersOf } from '../read/listener.ts'
import { memoize } from '../read/memoize.ts'
import { podKinds, podsOf, selectPods } from '../read/pod.ts'
import { mapSelector } from '../read/selector.ts'

export const portWithoutListener = {
  id: 'port-without-listener',
  severity: 'error',
  scope: 'cluster',
  summary: 'No container declares, and no Service leads to, a port on which the program does not listen.',
  why: 'Services and policies follow the declared ports; a client of one that nobody listens on is refused.',
  fix: 'delete the port, or configure the program to listen on it',
  kinds: [...podKinds, 'Service'],
  alsoCompose: true,
  *check(resource, cluster) {
    const dead = deadPorts(cluster)
    if (dead.length === 0) return
    if (resource.id.kind === 'Service') yield* checkService(resource, cluster, dead)
    for (const port of dead)
      if (port.container.pod.resource === resource)
        yield { path: pathOf(at(port.field, 'containerPort')), message: describe('declares', port) }
  },
} satisfies Rule

interface DeadPort extends Port {
  readonly listened: readonly number[]
}

/** A Service that leads to a port which is declared, so that it looks right, and dead. */
function* checkService(service: Resource, cluster: ClusterView, all: readonly DeadPort[]): Iterable<Finding> {
  const selector = mapSelector(fieldOf(service, 'spec', 'selector'))
  const pods = selector.length === 0 ? [] : selectPods(cluster, service.id.namespace, selector)
  const dead = all.filter(({ container }) => pods.includes(container.pod))
  for (const entry of items(fieldOf(service, 'spec'), 'ports')) {
    const asked = at(entry, 'targetPort').value ?? at(entry, 'port').value
    const port = dead.find(one => isPort(one, asked))
    if (port)
      yield { path: pathOf(entry), message: `port ${at(entry, 'port').value} leads nowhere: ${describe('has', port)}` }
  }
}

function describe(verb: string, { container, number, listened }: DeadPort): string {
  return `container "${container.name}" ${verb} port ${number}, but listens on ${listened.join(', ') || 'no port'}`
}

const deadPorts: (cluster: ClusterView) => readonly DeadPort[] = memoize(cluster =>
  podsOf(cluster)
    .flatMap(containersOf)
    .flatMap(container => {
      const listened = declarablePorts(container, cluster)
      return listened
        ? portsOfContainer(container).flatMap(port => (listened.includes(port.number) ? [] : [{ ...port, listened }]))
        : []
    }),
)

/** Undefined where that is not known, or where a port is missing here: the finding is then at the configuration. */
function declarablePorts(container: Container, cluster: ClusterView): readonly number[] | undefined {
  const ports = listenersOf(container, cluster)?.map(({ port }) => port)
  if (!ports) return knownPorts(container)
  const declared = portsOfContainer(container)
  if (cluster.isCompose) return ports
  return ports.every(port => declared.some(one => isPort(one, port))) ? ports : undefined
}
