import type { Rule } from '../../model/rule.ts'
import { isPort, portsOf } from '../read/container.ts'
import { at, fieldOf, isSet, items, pathOf, text } from '../read/field.ts'
import { selectPods } from '../read/pod.ts'
import { mapSelector } from '../read/selector.ts'

export const headlessServicePort = {
  id: 'headless-service-port',
  severity: 'error',
  scope: 'cluster',
  summary: 'The port of a headless Service is the port that its pods listen on.',
  why: 'A headless Service forwards nothing: its name leads straight to the pods, so that a client of another port is refused (Kubernetes, "Headless Services").',
  fix: 'write the number of the container port',
  kinds: ['Service'],
  *check(resource, cluster) {
    const spec = fieldOf(resource, 'spec')
    const selector = mapSelector(at(spec, 'selector'))
    if (text(spec, 'clusterIP') !== 'None' || selector.length === 0) return
    const declared = selectPods(cluster, resource.id.namespace, selector).flatMap(portsOf)
    for (const entry of items(spec, 'ports')) {
      const target = isSet(at(entry, 'targetPort')) ? at(entry, 'targetPort') : at(entry, 'port')
      const numbers = declared.filter(port => isPort(port, target.value)).map(({ number }) => number)
      const port = at(entry, 'port')
      if (numbers.length === 0 || numbers.includes(port.value as number)) continue
      yield {
        path: pathOf(port),
        message: `headless Service "${resource.id.name}" has port ${JSON.stringify(port.value)}, its pods listen on ${numbers.join(', ')}`,
      }
    }
  },
} satisfies Rule
