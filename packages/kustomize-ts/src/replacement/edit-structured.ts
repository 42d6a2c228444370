import { writeGoJson } from '../json/write-go-json.ts'
import type { Node, ScalarNode } from '../model/node.ts'
import { setBy } from '../node/set-text.ts'
import { parseDocuments } from '../yaml/parse-documents.ts'
import { resolveTag } from '../yaml/resolve-tag.ts'
import { editMatches, type FieldWalk } from './edit-matches.ts'
import { editAlong, lookUp } from './look-up.ts'
import { rewriteYaml } from './rewrite-yaml.ts'

/**
 * Sets fields inside of a text that is itself JSON or YAML: `data.config\.json.broker.host` goes on behind the key.
 * Undefined where the path leads into no such text, or to nothing in it; then it is a path like any other.
 */
export function editStructured(root: Node, walk: FieldWalk): Node | undefined {
  for (let length = 1; length < walk.path.length; length++) {
    const path = walk.path.slice(0, length)
    const found = lookUp(root, path)
    const scalar = 'failure' in found ? undefined : found.node
    const document = scalar?.kind === 'scalar' ? parseText(scalar) : undefined
    if (scalar?.kind !== 'scalar' || document === undefined) continue
    const inner: FieldWalk = { ...walk, path: walk.path.slice(length), matches: 0, failure: undefined }
    const edited = editMatches(document, inner)
    if (inner.failure !== undefined || inner.matches === 0) return undefined
    const text = rewrite(scalar.text, document, edited)
    if (text === undefined) return undefined
    walk.matches += inner.matches
    return editAlong(root, path, node => ({ ...withoutContent(node), text, at: setBy(walk.by, node.at) }) as Node)
  }
  return undefined
}

/** The document that a text holds; undefined where it cannot be read. */
export function parseText({ text, at }: ScalarNode): Node | undefined {
  const { documents, diagnostics } = parseDocuments(text, at.file, { fixed: at, otherKeys: 'keep' })
  return diagnostics.some(diagnostic => diagnostic.severity === 'error') ? undefined : documents[0]
}

/** JSON stays JSON, on many lines if it was; YAML keeps its comments. Undefined where the new values fit no JSON. */
function rewrite(text: string, before: Node, after: Node): string | undefined {
  if (!/^\s*[{[]/.test(text)) return rewriteYaml(text, before, after)
  if (!isConsistent(after)) return undefined
  return writeGoJson(after, text.includes('\n') && text.includes('  ') ? '  ' : '')
}

/** Whether every scalar can be read as its type: a text in the place of a number cannot. */
function isConsistent(node: Node): boolean {
  if (node.kind === 'map') return [...node.entries.values()].every(({ value }) => isConsistent(value))
  if (node.kind === 'seq') return node.items.every(isConsistent)
  if (node.tag === 'str') return true
  const found = resolveTag(node.text, 'v3')
  return found === node.tag || (node.tag === 'float' && found === 'int')
}

function withoutContent(node: Node): Node {
  if (node.kind !== 'scalar') return node
  const { content: _, ...rest } = node
  return rest
}
