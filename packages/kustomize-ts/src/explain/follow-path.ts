import { nearestWord } from '../kustomization/nearest-word.ts'
import type { Node, ScalarNode } from '../model/node.ts'
import type { Path } from '../model/path.ts'
import { lookUp } from '../replacement/look-up.ts'
import { parseDocuments } from '../yaml/parse-documents.ts'

export interface Followed {
  readonly path: Path
  readonly node: Node
  /** The texts that the path leads into, the outermost first: a config.json in a ConfigMap. */
  readonly texts: readonly ScalarNode[]
}

/** Where a path leads, with map keys and list indexes for its `[key=value]`; or why it leads nowhere. */
export function followPath(root: Node, elements: readonly string[]): Followed | { readonly failure: string } {
  const path: (string | number)[] = []
  const texts: ScalarNode[] = []
  let node = root
  for (const element of elements.map(part => part.trim()).filter(part => part !== '')) {
    const document = node.kind === 'scalar' ? parseText(node) : undefined
    if (node.kind === 'scalar' && document !== undefined) texts.push(node)
    const from = document ?? node
    const found = lookUp(from, [element])
    if ('failure' in found) return { failure: `${describePath(path)}: ${found.failure}` }
    if (found.node === undefined) return { failure: describeMissing(from, element, path) }
    path.push(from.kind === 'seq' ? from.items.indexOf(found.node) : element)
    node = found.node
  }
  return { path, node, texts }
}

/** The document that a text holds, with places of its own where the text has some. */
function parseText({ text, content, at }: ScalarNode): Node | undefined {
  const places = content === undefined ? { fixed: at } : { start: content }
  const { documents, diagnostics } = parseDocuments(text, at.file, places)
  const [document] = documents
  const isDocument = document !== undefined && document.kind !== 'scalar'
  return isDocument && !diagnostics.some(({ severity }) => severity === 'error') ? document : undefined
}

function describeMissing(node: Node, element: string, path: Path): string {
  const here = describePath(path)
  if (node.kind === 'scalar')
    return `${here} is ${node.tag === 'null' ? 'null' : `"${node.text}"`}: nothing is below it`
  if (node.kind === 'seq') return `${here} has no element ${element}; it has ${node.items.length}`
  const keys = [...node.entries.keys()]
  const near = nearestWord(element, keys)
  const hint = near === undefined ? `it has ${keys.join(', ') || 'no keys'}` : `did you mean "${near}"?`
  return `${here} has no "${element}"; ${hint}`
}

function describePath(path: Path): string {
  return path.length === 0 ? 'the resource' : path.join('.')
}
