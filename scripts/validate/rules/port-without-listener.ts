import type { Rule } from '../../model/rule.ts'
import { containersIn, isPort, portsOfContainer } from '../read/container.ts'
import { at, pathOf } from '../read/field.ts'
import { listenersOf } from '../read/listener.ts'
import { podKinds } from '../read/pod.ts'

export const portWithoutListener = {
  id: 'port-without-listener',
  severity: 'error',
  scope: 'cluster',
  summary: 'A container declares no port that its configuration does not make it listen on.',
  why: 'Services and policies follow the declared ports; a client of one that nobody listens on is refused.',
  fix: 'delete the port, or configure the program to listen on it',
  kinds: podKinds,
  *check(resource, cluster) {
    for (const container of containersIn(resource)) {
      const listeners = listenersOf(container, cluster)
      const declared = portsOfContainer(container)
      // A port that is missing here is told of at the configuration: one cause, one finding.
      if (!listeners?.every(({ port }) => declared.some(one => isPort(one, port)))) continue
      for (const { field, number } of declared) {
        if (listeners.some(({ port }) => port === number)) continue
        const all = listeners.map(({ port }) => port).join(', ') || 'no port'
        yield {
          path: pathOf(at(field, 'containerPort')),
          message: `container "${container.name}" declares port ${number}, but listens on ${all}`,
        }
      }
    }
  },
} satisfies Rule
