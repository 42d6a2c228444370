import { writeGoJson } from '../json/write-go-json.ts'
import type { Node } from '../model/node.ts'

/** What `[key=value]` is compared with: the value as YAML writes it, so with its quotes if it has some. */
export function writeMatchText(node: Node): string {
  if (node.kind !== 'scalar') return writeGoJson(node)
  return node.style === 'quoted' ? `"${node.text}"` : node.text.trim()
}
