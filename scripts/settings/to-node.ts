import { type Document, isScalar, isSeq, type Node } from 'yaml'

/** A value as settings files have it. A quoted number stays a text whoever reads it, by YAML 1.1 or 1.2: site ids, releases. */
export function toNode(document: Document, value: unknown): Node {
  const node = document.createNode(value) as Node
  if (isScalar(node) && typeof value === 'string' && /^[\d.+_-]+$/.test(value)) node.type = 'QUOTE_DOUBLE'
  if (isSeq(node)) node.flow = true
  return node
}
