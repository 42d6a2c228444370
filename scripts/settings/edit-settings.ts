import { type Document, isMap, parseDocument } from 'yaml'
import { toNode } from './to-node.ts'

/** A key of a cluster.yaml or defaults.yaml with its new value; undefined takes the key away. */
export interface SettingsEdit {
  readonly path: readonly string[]
  readonly value: unknown
}

/** Changes keys of a settings file that people write: comments, and the order of what stays, are kept. */
export function editSettings(text: string, edits: readonly SettingsEdit[]): string {
  const document: Document = parseDocument(text)
  if (!isMap(document.contents)) document.contents = document.createNode({})
  for (const { path, value } of edits) {
    if (value === undefined) removeKey(path)
    else document.setIn(path, toNode(document, value))
  }
  const edited = document.toString({ lineWidth: 0, flowCollectionPadding: true })
  return edited.trim() === '{}' ? '' : edited

  /** A map of which nothing is left goes with its last key. */
  function removeKey(path: readonly string[]): void {
    if (!document.hasIn(path)) return
    document.deleteIn(path)
    const above = path.slice(0, -1)
    const parent = document.getIn(above, true)
    if (above.length > 0 && isMap(parent) && parent.items.length === 0) removeKey(above)
  }
}
