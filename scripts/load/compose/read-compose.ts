import { dirname } from 'node:path'
import { type Node, parseDocuments } from 'kustomize-ts'
import type { Composition } from '../../model/composition.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Resource } from '../../model/resource.ts'
import { interpolate } from './interpolate.ts'
import { knowsOthers, makeResource, readService } from './service.ts'
import { childOf, childText, entriesOf, mapOf } from './tree.ts'
import type { HostFile } from './volumes.ts'

export interface ReadComposition {
  readonly compositions: readonly Composition[]
  readonly diagnostics: readonly Diagnostic[]
}

/** A compose file as the objects of Kubernetes that it stands for, with the files that its services mount. */
export function readCompose(file: string, text: string, nameOf: (path: string) => string): ReadComposition {
  const { documents, diagnostics } = parseDocuments(text, file)
  const [first, second] = documents
  if (diagnostics.length > 0) return { compositions: [], diagnostics }
  if (first === undefined) return { compositions: [], diagnostics: [notCompose(file, 'the compose file is empty')] }
  if (second) {
    const { line, column } = second.at
    const message = 'the compose file has a second document, of which Compose takes no notice'
    return { compositions: [], diagnostics: [{ ...notCompose(file, message), source: { file, line, column } }] }
  }
  const document = interpolate(first)
  const services = entriesOf(childOf(document, 'services')).map(([name, service, at]) =>
    readService(name, service, at, document, dirname(file)),
  )
  const files = distinct(services.flatMap(service => service.files))
  const resources = [...services.flatMap(service => service.resources), ...files.map(toConfigMap)]
  const unit = { name: nameOf(file), kind: 'compose', complete: isComplete(document), resources } as const
  return {
    compositions: [{ file, document, files: [file, ...files.map(({ path }) => path)], unit }],
    diagnostics: services.flatMap(service => service.diagnostics),
  }
}

function distinct(files: readonly HostFile[]): readonly HostFile[] {
  return [...new Map(files.map(file => [file.path, file])).values()]
}

export function toConfigMap({ path, content }: HostFile): Resource {
  const key = path.slice(path.lastIndexOf('/') + 1)
  return makeResource('v1', 'ConfigMap', path, content.at, { data: mapOf(content.at, { [key]: content }) })
}

/** Whether nobody else can be called by name: other compose files may share a network. */
function isComplete(document: Node): boolean {
  const networks = entriesOf(childOf(document, 'networks')).map(([, network]) => network)
  const isOpen = networks.some(network => !['false', undefined].includes(childText(network, 'external')))
  const services = entriesOf(childOf(document, 'services')).map(([, service]) => service)
  return !isOpen && childOf(document, 'include') === undefined && !services.some(knowsOthers)
}

function notCompose(file: string, message: string): Diagnostic {
  const fix = 'write one document with the map services, or delete the file'
  return { code: 'compose-syntax', severity: 'error', message, fix, source: { file, line: 1, column: 1 } }
}
