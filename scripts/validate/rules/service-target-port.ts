import type { Rule } from '../../model/rule.ts'
import { describePorts, isPort, portsOf } from '../read/container.ts'
import { at, fieldOf, isSet, items, pathOf, text } from '../read/field.ts'
import { selectPods } from '../read/pod.ts'
import { mapSelector } from '../read/selector.ts'

export const serviceTargetPort = {
  id: 'service-target-port',
  severity: 'error',
  scope: 'cluster',
  summary: 'The targetPort of a Service is a port of the pods that it selects.',
  why: 'A Service that forwards to a port nobody listens on refuses every connection, while every object looks healthy.',
  fix: 'name a port that a container of the pods declares',
  kinds: ['Service'],
  *check(resource, cluster) {
    const selector = mapSelector(fieldOf(resource, 'spec', 'selector'))
    const pods = selector.length === 0 ? [] : selectPods(cluster, resource.id.namespace, selector)
    const declared = pods.flatMap(portsOf)
    for (const entry of items(fieldOf(resource, 'spec'), 'ports')) {
      const target = isSet(at(entry, 'targetPort')) ? at(entry, 'targetPort') : at(entry, 'port')
      const isNamed = typeof target.value === 'string'
      if (pods.length === 0 || (declared.length === 0 && !isNamed)) continue
      if (declared.some(port => isPort(port, target.value, text(entry, 'protocol') ?? 'TCP'))) continue
      yield {
        path: pathOf(target),
        message: `no selected pod has port ${JSON.stringify(target.value)}`,
        fix: `name a port that they have: ${describePorts(declared)}`,
      }
    }
  },
} satisfies Rule
