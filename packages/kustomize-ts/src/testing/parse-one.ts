import type { MapNode } from '../model/node.ts'
import { parseDocuments } from '../yaml/parse-documents.ts'

/** The only document of a text, which must be a map without faults. */
export function parseOne(text: string, file = '/test.yaml'): MapNode {
  const { documents, diagnostics } = parseDocuments(text, file)
  const [root] = documents
  if (documents.length !== 1 || root?.kind !== 'map' || diagnostics.length > 0) {
    throw new Error(`not one map: ${JSON.stringify(diagnostics)} in ${text}`)
  }
  return root
}
