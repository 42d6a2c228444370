import type { MapNode, Node } from '../model/node.ts'
import type { ResourceId } from '../model/resource.ts'

/** Who a manifest says it is; what it does not say is an empty string (no namespace: absent). */
export function identify({ entries }: MapNode): ResourceId {
  const apiVersion = textOf(entries.get('apiVersion')?.value)
  const kind = textOf(entries.get('kind')?.value)
  const metadata = entries.get('metadata')?.value
  const parts = metadata?.kind === 'map' ? metadata.entries : undefined
  const name = textOf(parts?.get('name')?.value)
  const namespace = textOf(parts?.get('namespace')?.value)
  return namespace === '' ? { apiVersion, kind, name } : { apiVersion, kind, namespace, name }
}

/** The text of a field of a map, such as `kind`; empty where there is none. */
export function textAt({ entries }: MapNode, name: string): string {
  return textOf(entries.get(name)?.value)
}

/** Numbers and booleans count as their text here, as kustomize takes them, and so does a null that it made of a text. */
function textOf(node: Node | undefined): string {
  return node?.kind === 'scalar' && (node.tag !== 'null' || node.untagged) ? node.text : ''
}
