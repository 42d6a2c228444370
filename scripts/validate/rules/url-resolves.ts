import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { type Address, findAddresses, schemes } from '../read/address.ts'
import { type Container, commandLine, containersIn } from '../read/container.ts'
import { expand, podInstances } from '../read/environment.ts'
import { at, entries, type Field, fieldOf, items, pathOf, text } from '../read/field.ts'
import { configsIn } from '../read/fogflow-config.ts'
import { checkAddress } from '../read/host.ts'
import { podKinds } from '../read/pod.ts'
import { readersOf } from '../read/reader.ts'
import type { Problem } from '../read/resolve-host.ts'
import { nearest } from '../read/suggest.ts'
import { findInText, withoutComments } from '../read/text.ts'

export const urlResolves = {
  id: 'url-resolves',
  severity: 'error',
  scope: 'cluster',
  summary:
    'Every address of the cluster in a command line, an environment variable, a script or a configuration is that of a Service with that port.',
  why: 'A name that does not resolve, or a port that nobody serves, is found out by a pod that waits for ever or by a gateway that answers 502.',
  fix: 'name a Service that exists and a port that it has',
  kinds: [...podKinds, 'ConfigMap'],
  alsoCompose: true,
  *check(resource, cluster) {
    for (const container of containersIn(resource))
      for (const field of containerTexts(container)) yield* checkText(field, text(field) ?? '', container, cluster)
    if (resource.id.kind === 'ConfigMap') yield* checkFiles(resource, cluster)
  },
} satisfies Rule

function containerTexts(container: Container): readonly Field[] {
  return [...commandLine(container), ...items(container.field, 'env').map(entry => at(entry, 'value'))]
}

function* checkFiles(resource: Resource, cluster: ClusterView): Iterable<Finding> {
  const configs = configsIn(resource, cluster).map(({ key }) => key)
  for (const file of entries(fieldOf(resource), 'data')) {
    const [reader] = readersOf(resource, String(file.key), cluster)
    if (reader && !configs.includes(String(file.key)))
      yield* checkText(file, withoutComments(text(file) ?? ''), reader, cluster)
  }
}

/** What may be meant to be the name of this host. */
const host = /(?<=[@/])(?<at>[a-z]{8,10})\b/dg

function* checkText(field: Field, source: string, container: Container, cluster: ClusterView): Iterable<Finding> {
  for (const { match, inText } of findInText(source, host)) {
    const word = match[0]
    if (nearest(word, ['localhost'], 1) !== undefined)
      yield { path: pathOf(field), message: `"${word}" is no host`, fix: 'did you mean "localhost"?', inText }
  }
  for (const address of findAddresses(source)) {
    const problem = checkScheme(address.scheme) ?? findProblem(address, container, cluster)
    if (problem) yield { path: pathOf(field), ...problem, inText: address.inText }
  }
}

/** Schemes that nothing here speaks are not judged, unless they are nearly one that it does. */
function checkScheme(scheme: string | undefined): Problem | undefined {
  const near = scheme === undefined || schemes.includes(scheme) ? undefined : nearest(scheme, schemes)
  return near === undefined ? undefined : { message: `"${scheme}" is no scheme`, fix: `did you mean "${near}"?` }
}

function findProblem(address: Address, container: Container, cluster: ClusterView) {
  const { namespace } = container.pod
  for (const podName of podInstances(container.pod)) {
    const host = expand(address.host, container, podName, cluster)
    if (host === undefined || !(address.isCertain || isMeant(host, namespace, cluster))) continue
    const problem = checkAddress(host, address.port, namespace, cluster)
    if (problem) return problem
  }
  return undefined
}

/** `name:12` may be anything; it is an address where the name is that of a Service, or nearly so. */
function isMeant(host: string, namespace: string | undefined, cluster: ClusterView): boolean {
  if (host.includes('.')) return true
  const known = cluster.ofKind('Service').filter(({ id }) => id.namespace === namespace)
  const names = known.map(({ id }) => id.name)
  return names.includes(host) || nearest(host, names) !== undefined
}
