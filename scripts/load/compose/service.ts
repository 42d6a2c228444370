import { type MapNode, type Node, type Provenance, toValue } from 'kustomize-ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Manifest, Resource } from '../../model/resource.ts'
import { readEnvironment } from './environment.ts'
import { readPorts } from './ports.ts'
import { childOf, childText, entriesOf, entryAt, itemsOf, mapOf, scalarsOf, seqOf, textOf } from './tree.ts'
import { type HostFile, readVolumes } from './volumes.ts'

interface ComposeService {
  readonly resources: readonly Resource[]
  readonly files: readonly HostFile[]
  readonly diagnostics: readonly Diagnostic[]
}

const label = 'compose.service'

/** A service as the Deployment that it stands for, and a headless Service for each name that others call it by. */
export function readService(
  name: string,
  service: Node,
  at: Provenance,
  document: Node,
  folder: string,
): ComposeService {
  const volumes = readVolumes(service, document, folder)
  const environment = readEnvironment(service, folder)
  const container = mapOf(at, {
    name: textOf(name, at),
    image: entryAt(service, 'image'),
    command: words(service, 'entrypoint'),
    args: words(service, 'command'),
    env: seqAt(service, 'environment', environment.variables, at),
    ports: seqAt(
      service,
      'ports',
      [...readPorts(childOf(service, 'ports')), ...readPorts(childOf(service, 'expose'))],
      at,
    ),
    volumeMounts: seqAt(service, 'volumes', volumes.mounts, at),
  })
  const labels = mapOf(at, { [label]: textOf(name, at) })
  const pod = mapOf(at, { containers: seqOf(at, [container]), volumes: seqOf(at, volumes.volumes) })
  const template = mapOf(at, { metadata: mapOf(at, { labels }), spec: pod })
  const spec = mapOf(at, { selector: mapOf(at, { matchLabels: labels }), template })
  return {
    resources: [
      makeResource('apps/v1', 'Deployment', name, at, { spec }),
      ...namesOf(name, service).map(alias => headlessService(alias, labels, at)),
    ],
    files: volumes.files,
    diagnostics: [...volumes.diagnostics, ...environment.diagnostics],
  }
}

function headlessService(name: string, selector: MapNode, at: Provenance): Resource {
  const spec = mapOf(at, { clusterIP: textOf('None', at), selector })
  return makeResource('v1', 'Service', name, at, { spec })
}

export function makeResource(
  apiVersion: string,
  kind: string,
  name: string,
  at: Provenance,
  rest: Readonly<Record<string, Node>>,
): Resource {
  const root = mapOf(at, {
    apiVersion: textOf(apiVersion, at),
    kind: textOf(kind, at),
    metadata: mapOf(at, { name: textOf(name, at) }),
    ...rest,
  })
  return { id: { apiVersion, kind, name }, root, value: toValue(root) as Manifest }
}

/** Where the service has the key, the list stands there. */
function seqAt(service: Node, key: string, items: readonly Node[], at: Provenance) {
  const entry = entryAt(service, key)
  if (items.length === 0 && !entry) return undefined
  return { key: entry?.key ?? at, value: seqOf(entry?.value.at ?? at, items) }
}

/** A command line, be it a list or one text. */
function words(service: Node, key: string) {
  const entry = entryAt(service, key)
  if (!entry) return undefined
  const { value } = entry
  if (value.kind !== 'scalar') return entry
  const split = value.text.split(/\s+/).filter(word => word !== '')
  return {
    key: entry.key,
    value: seqOf(
      value.at,
      split.map(word => textOf(word, value.at)),
    ),
  }
}

/** A container is known to the others by its service, its own name, its host name and its aliases. */
function namesOf(name: string, service: Node): readonly string[] {
  const aliases = entriesOf(childOf(service, 'networks')).flatMap(([, network]) =>
    scalarsOf(childOf(network, 'aliases')).map(({ text }) => text),
  )
  const others = ['container_name', 'hostname'].flatMap(key => childText(service, key) ?? [])
  return [...new Set([name, ...others, ...aliases])]
}

/** Whether a service may call names that the compose file does not have. */
export function knowsOthers(service: Node): boolean {
  const isOfHost = /^(?:host|container:|service:)/.test(childText(service, 'network_mode') ?? '')
  return isOfHost || ['extra_hosts', 'external_links', 'extends'].some(key => itemsOf(childOf(service, key)).length > 0)
}
