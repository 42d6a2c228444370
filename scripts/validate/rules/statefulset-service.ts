import type { Rule } from '../../model/rule.ts'
import { fieldOf, pathOf, text, texts } from '../read/field.ts'
import { checkReference } from '../read/object-reference.ts'
import { podOf } from '../read/pod.ts'
import { describe, mapSelector, selects } from '../read/selector.ts'

export const statefulsetService = {
  id: 'statefulset-service',
  severity: 'error',
  scope: 'cluster',
  summary: "A StatefulSet's serviceName is a headless Service that selects its pods.",
  why: 'Only through that Service does each pod have a DNS name of its own; a broker shard whose name does not resolve is unreachable for discovery and for every other shard.',
  fix: 'name the headless Service of these pods',
  kinds: ['StatefulSet'],
  *check(resource, cluster) {
    const name = fieldOf(resource, 'spec', 'serviceName')
    const { namespace } = resource.id
    yield* checkReference({ kind: 'Service', namespace, name }, cluster)
    const service = cluster.find('Service', namespace, text(name) ?? '')
    const pod = podOf(resource)
    if (!service || !pod) return
    const spec = fieldOf(service, 'spec')
    if (text(spec, 'clusterIP') !== 'None')
      yield { path: pathOf(name), message: `Service "${service.id.name}" is not headless: its clusterIP is not None` }
    const selector = mapSelector(fieldOf(service, 'spec', 'selector'))
    if (Object.keys(texts(spec, 'selector')).length > 0 && !selects(selector, pod.labels))
      yield {
        path: pathOf(name),
        message: `Service "${service.id.name}" selects ${describe(selector)}, which are not the labels of these pods`,
      }
  },
} satisfies Rule
