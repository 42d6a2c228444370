import type { Rule } from '../../model/rule.ts'
import { containersOf, describePorts, isPort, portsOfContainer } from '../read/container.ts'
import { listenersOf } from '../read/listener.ts'
import { podsOf } from '../read/pod.ts'

export const configPort = {
  id: 'config-port',
  severity: 'error',
  scope: 'cluster',
  summary:
    'Every port that a config.json or nginx.conf makes a container listen on is one that the container declares.',
  why: 'Services, probes and policies follow the declared ports: the program listens on one port and everybody calls another.',
  fix: 'use the same number in the configuration and in the container',
  kinds: ['ConfigMap', 'Secret'],
  *check(resource, cluster) {
    const containers = podsOf(cluster).flatMap(containersOf)
    for (const container of containers)
      for (const { port, resource: holder, report } of listenersOf(container, cluster) ?? []) {
        const declared = portsOfContainer(container)
        if (holder !== resource || declared.some(one => isPort(one, port))) continue
        const message = `container "${container.name}" listens on port ${port}, which it does not declare`
        yield report(message, `use a port that it declares: ${describePorts(declared)}`)
      }
  },
} satisfies Rule
