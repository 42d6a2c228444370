import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { at, type Field, fieldOf, isSet, items, pathOf, text } from '../read/field.ts'
import { checkReference } from '../read/object-reference.ts'
import { suggest } from '../read/suggest.ts'

export const danglingIngress = {
  id: 'dangling-ingress',
  severity: 'error',
  scope: 'cluster',
  summary: 'Every backend of an Ingress is a Service with that port, and its TLS Secret exists.',
  why: 'An Ingress whose backend does not exist answers 503 on that path; one without its Secret serves a self-signed certificate.',
  fix: 'name a Service, a port and a Secret that exist',
  kinds: ['Ingress'],
  *check(resource, cluster) {
    const spec = fieldOf(resource, 'spec')
    const paths = items(spec, 'rules').flatMap(rule => items(rule, 'http', 'paths'))
    for (const backend of [at(spec, 'defaultBackend'), ...paths.map(path => at(path, 'backend'))])
      yield* checkBackend(at(backend, 'service'), resource, cluster)
    for (const entry of items(spec, 'tls'))
      yield* checkReference(
        { kind: 'Secret', namespace: resource.id.namespace, name: at(entry, 'secretName') },
        cluster,
      )
  },
} satisfies Rule

function* checkBackend(backend: Field, ingress: Resource, cluster: ClusterView): Iterable<Finding> {
  const { namespace } = ingress.id
  yield* checkReference({ kind: 'Service', namespace, name: at(backend, 'name') }, cluster)
  const service = cluster.find('Service', namespace, text(backend, 'name') ?? '')
  if (!service) return
  const ports = items(fieldOf(service, 'spec'), 'ports')
  for (const key of ['name', 'number'] as const) {
    const wanted = at(backend, 'port', key)
    const known = ports.map(port => at(port, key === 'name' ? 'name' : 'port').value)
    if (!isSet(wanted) || known.includes(wanted.value)) continue
    const message = `Service "${service.id.name}" has no port ${JSON.stringify(wanted.value)}`
    const fix = `name one of its ports: ${known.join(', ')}`
    yield { path: pathOf(wanted), message, ...suggest(String(wanted.value), known.map(String), fix) }
  }
}
