import type { Diagnostic } from '../model/diagnostic.ts'
import type { MapNode, Node } from '../model/node.ts'
import type { Resource } from '../model/resource.ts'
import { childAt, nodeAt } from '../node/node-at.ts'
import { positionOf } from '../node/position-of.ts'
import { type ParseOptions, parseDocuments } from '../yaml/parse-documents.ts'
import { identify } from './identify.ts'

export interface ReadResources {
  readonly resources: readonly Resource[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The resources of a manifest file, in kustomize's order: instead of a `List` (or any `…List` kind with `items`) its
 * items, which come after everything else; empty documents are left out. A document that is no resource is an error,
 * and then there are no resources at all. Never throws.
 */
export function readResources(content: string | Uint8Array, file: string, options: ParseOptions = {}): ReadResources {
  const parsed = parseDocuments(content, file, options)
  const diagnostics = [...parsed.diagnostics]
  const queue = parsed.documents.length === 1 ? parsed.documents.flatMap(unwrapList) : [...parsed.documents]
  const resources: Resource[] = []
  // The loop reaches what it appends: the items of lists.
  for (const node of queue) {
    const resource = isEmpty(node) ? undefined : checkResource(node, diagnostics)
    if (resource === undefined) continue
    const items = resource.id.kind.endsWith('List') ? childAt(resource.root, 'items') : undefined
    if (items === undefined) resources.push(resource)
    else queue.push(...listItems(items, resource.id.kind, diagnostics))
  }
  const failed = diagnostics.some(diagnostic => diagnostic.severity === 'error')
  return { resources: failed ? [] : resources, diagnostics }
}

/** A file that holds one `List` (or `ResourceList`) and nothing else stands for the items. */
function unwrapList(node: Node): readonly Node[] {
  const kind = childAt(node, 'kind')
  const isList = kind?.kind === 'scalar' && (kind.text === 'List' || kind.text === 'ResourceList')
  if (!isList || !(childAt(node, 'items') ?? childAt(node, 'functionConfig'))) return [node]
  const items = childAt(node, 'items')
  return items?.kind === 'seq' ? items.items : []
}

function listItems(items: Node, kind: string, diagnostics: Diagnostic[]): readonly Node[] {
  if (items.kind === 'seq') return items.items
  if (items.kind === 'scalar' && items.tag === 'null') return []
  diagnostics.push(refuse(`items of ${kind} is a ${items.kind}`, 'make it a list', items.at))
  return []
}

function isEmpty(node: Node): boolean {
  if (node.kind === 'map') return node.entries.size === 0
  return node.kind === 'seq' ? node.items.length === 0 : node.tag === 'null'
}

function checkResource(node: Node, diagnostics: Diagnostic[]): Resource | undefined {
  const problem = node.kind === 'map' ? findMissing(node) : refuse(`a ${node.kind} is no resource`, isMap, node.at)
  if (problem !== undefined) diagnostics.push(problem)
  return node.kind === 'map' && problem === undefined ? { id: identify(node), root: node } : undefined
}

const isMap = 'a resource is a map with apiVersion, kind and metadata.name'

function findMissing(root: MapNode): Diagnostic | undefined {
  const { kind, name } = identify(root)
  if (kind === '') return refuse('missing kind', 'write which kind of object this is, `kind: …`', place(root, ['kind']))
  if (name !== '' || kind.endsWith('List')) return undefined
  const path = ['metadata', 'name']
  return refuse(`missing metadata.name in a ${kind}`, 'give it a name, `metadata: { name: … }`', place(root, path))
}

function place(root: MapNode, path: readonly string[]) {
  return nodeAt(root, path)?.at ?? positionOf(root, path)
}

function refuse(message: string, fix: string, source: Diagnostic['source'] & object): Diagnostic {
  return { code: 'not-a-resource', severity: 'error', message, fix, source }
}
