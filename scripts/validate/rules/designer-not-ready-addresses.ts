import type { Rule } from '../../model/rule.ts'
import { containersOf } from '../read/container.ts'
import { fieldOf, pathOf, text } from '../read/field.ts'
import { selectPods } from '../read/pod.ts'
import { fogflowComponent, releaseOf } from '../read/program.ts'
import { mapSelector } from '../read/selector.ts'

export const designerNotReadyAddresses = {
  id: 'designer-not-ready-addresses',
  severity: 'error',
  scope: 'cluster',
  summary: "The designer's Service has publishNotReadyAddresses: true, where the designer has a readiness probe.",
  why: 'A restarting designer sends all intents at once; the master fetches the topology of each from it at that moment, is refused because the pod is not ready yet, and drops the intent (tried on Kubernetes 1.34: six restarts of six lost their tasks without the field, none with it).',
  fix: 'write publishNotReadyAddresses: true',
  kinds: ['Service'],
  *check(resource, cluster) {
    const spec = fieldOf(resource, 'spec')
    const field = fieldOf(resource, 'spec', 'publishNotReadyAddresses')
    const selector = mapSelector(fieldOf(resource, 'spec', 'selector'))
    const containers =
      selector.length > 0 ? selectPods(cluster, resource.id.namespace, selector).flatMap(containersOf) : []
    const designer = containers.find(one => fogflowComponent(one) === 'designer')
    if (!designer || field.value === true || text(spec, 'type') === 'ExternalName') return
    // Up to 3.2.6 the master gets the topologies of intents from RabbitMQ, and not from the designer.
    if (/^3\.2(?:\.[26])?$/.test(releaseOf(designer)) || !hasProbe(designer.field.value)) return
    yield { path: pathOf(field), at: 'key', message: 'the master cannot reach a designer that is not ready yet' }
  },
} satisfies Rule

function hasProbe(container: unknown): boolean {
  return (
    typeof container === 'object' &&
    container !== null &&
    ('readinessProbe' in container || 'startupProbe' in container)
  )
}
