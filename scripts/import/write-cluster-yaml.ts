import { Document, isMap, parseDocument } from 'yaml'
import { toNode } from '../settings/to-node.ts'
import type { Setting } from './settings/setting.ts'

/** What came of a cluster.yaml. */
export interface WrittenCluster {
  readonly text: string
  /** The settings that the file had already, with another value: a person's word stands. */
  readonly kept: readonly Setting[]
}

/**
 * Writes settings into a cluster.yaml. A key that the file has stays as it is, with all comments and their order;
 * `modeline` is for editors, at the top of a new file.
 */
export function writeClusterYaml(
  existing: string | undefined,
  settings: readonly Setting[],
  modeline: string,
): WrittenCluster {
  const document = existing === undefined ? newDocument(modeline) : parseDocument(existing)
  if (!isMap(document.contents)) document.contents = newDocument(modeline).contents
  const known = settings.filter(({ path }) => document.hasIn(path))
  for (const setting of settings) if (!document.hasIn(setting.path)) add(document, setting)
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: true })
  return { text, kept: known.filter(({ path, value }) => !isSame(document.getIn(path), value)) }
}

function newDocument(modeline: string): Document {
  const document = new Document({})
  document.commentBefore = modeline
  return document
}

function add(document: Document, { path, value, decide }: Setting): void {
  const node = toNode(document, value)
  if (decide !== undefined) node.comment = ` decide: ${decide}`
  document.setIn(path, node)
}

function isSame(known: unknown, value: unknown): boolean {
  const plain =
    typeof known === 'object' && known !== null && 'toJSON' in known ? (known as { toJSON(): unknown }).toJSON() : known
  return JSON.stringify(plain) === JSON.stringify(value)
}
