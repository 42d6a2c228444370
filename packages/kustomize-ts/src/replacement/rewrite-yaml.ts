import { type Document, isScalar, parseDocument, type Scalar } from 'yaml'
import type { Node, ScalarNode } from '../model/node.ts'
import type { Path } from '../model/path.ts'
import { toValue } from '../node/to-value.ts'
import { resolveTag } from '../yaml/resolve-tag.ts'

/** As go-yaml v3 writes what it has read. */
const style = { indentSeq: false, flowCollectionPadding: false, singleQuote: true } as const

/** YAML text with the values of `after` where they differ from those of `before`; comments and order stay. */
export function rewriteYaml(text: string, before: Node, after: Node): string {
  const document = parseDocument(text, { version: '1.1', schema: 'yaml-1.1', keepSourceTokens: true })
  setChanges(document, before, after, [])
  return document.toString({ ...style, lineWidth: 0 }).trim()
}

function setChanges(document: Document, before: Node | undefined, after: Node, path: Path): void {
  if (before === after) return
  if (before?.kind === 'map' && after.kind === 'map') {
    for (const [key, { value }] of after.entries) {
      setChanges(document, before.entries.get(key)?.value, value, [...path, key])
    }
  } else if (before?.kind === 'seq' && after.kind === 'seq') {
    after.items.forEach((item, index) => {
      setChanges(document, before.items[index], item, [...path, index])
    })
  } else {
    const old = document.getIn(path, true)
    if (isScalar(old) && after.kind === 'scalar') setScalar(old, after)
    else document.setIn(path, document.createNode(toValue(after)))
  }
}

/** A scalar keeps the quotes that it has; a plain string that looks like something else gets double ones. */
function setScalar(old: Scalar, after: ScalarNode): void {
  old.value = toValue(after)
  if (old.type === 'PLAIN' && after.tag === 'str' && resolveTag(after.text, 'v3') !== 'str') old.type = 'QUOTE_DOUBLE'
}
