import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { type Container, containersIn, isPort, portsOfContainer } from '../read/container.ts'
import { at, pathOf } from '../read/field.ts'
import { knownPorts, listenersOf } from '../read/listener.ts'
import { podKinds } from '../read/pod.ts'

export const portWithoutListener = {
  id: 'port-without-listener',
  severity: 'error',
  scope: 'cluster',
  summary: 'A container declares no port that its configuration does not make it listen on.',
  why: 'Services and policies follow the declared ports; a client of one that nobody listens on is refused.',
  fix: 'delete the port, or configure the program to listen on it',
  kinds: podKinds,
  alsoCompose: true,
  *check(resource, cluster) {
    for (const container of containersIn(resource)) {
      const ports = declarablePorts(container, cluster)
      for (const { field, number } of ports ? portsOfContainer(container) : []) {
        if (ports?.includes(number)) continue
        yield {
          path: pathOf(at(field, 'containerPort')),
          message: `container "${container.name}" declares port ${number}, but listens on ${ports?.join(', ') || 'no port'}`,
        }
      }
    }
  },
} satisfies Rule

/** Undefined where that is not known, or where a port is missing here: the finding is then at the configuration. */
function declarablePorts(container: Container, cluster: ClusterView): readonly number[] | undefined {
  const ports = listenersOf(container, cluster)?.map(({ port }) => port)
  if (!ports) return knownPorts(container)
  const declared = portsOfContainer(container)
  if (cluster.isCompose) return ports
  return ports.every(port => declared.some(one => isPort(one, port))) ? ports : undefined
}
