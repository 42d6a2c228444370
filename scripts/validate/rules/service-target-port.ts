import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { describePorts, isPort, portsOf } from '../read/container.ts'
import { at, type Field, fieldOf, isSet, items, pathOf, text } from '../read/field.ts'
import { podsOf, selectPods } from '../read/pod.ts'
import { holds, mapSelector, type Selector } from '../read/selector.ts'
import { nearest } from '../read/suggest.ts'

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
      yield findNearlySelected(target, selector, resource, cluster) ?? {
        path: pathOf(target),
        message: `no selected pod has port ${JSON.stringify(target.value)}`,
        fix: `name a port that they have: ${describePorts(declared)}`,
      }
    }
  },
} satisfies Rule

/** The pod that has the port and would be selected but for one misspelt label. */
function findNearlySelected(
  target: Field,
  selector: Selector,
  { id }: Resource,
  cluster: ClusterView,
): Finding | undefined {
  for (const pod of podsOf(cluster)) {
    const [wrong, ...others] = selector.filter(requirement => !holds(requirement, pod.labels))
    const hasPort = portsOf(pod).some(port => isPort(port, target.value))
    if (pod.namespace !== id.namespace || !wrong || others.length > 0 || !hasPort) continue
    const [actual = ''] = pod.labels(wrong.key)
    if (nearest(actual, wrong.values, 1) === undefined) continue
    const message = `${pod.resource.id.kind} "${pod.resource.id.name}" has port ${JSON.stringify(target.value)}, but ${wrong.key}=${actual}`
    return { path: pathOf(wrong.field), message, fix: 'give selector and pod the same label' }
  }
  return undefined
}
