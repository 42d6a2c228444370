import { type Document, isScalar, parseDocument } from 'yaml'
import type { Node } from '../model/node.ts'
import type { Path } from '../model/path.ts'
import { toValue } from '../node/to-value.ts'

/** YAML text with the values of `after` where they differ from those of `before`; comments and order stay. */
export function rewriteYaml(text: string, before: Node, after: Node): string {
  const document = parseDocument(text, { version: '1.1', schema: 'yaml-1.1', keepSourceTokens: true })
  setChanges(document, before, after, [])
  return document.toString({ lineWidth: 0, indentSeq: false, flowCollectionPadding: false }).trim()
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
    // A scalar keeps the quotes that it has.
    if (isScalar(old) && after.kind === 'scalar') old.value = toValue(after)
    else document.setIn(path, document.createNode(toValue(after)))
  }
}
