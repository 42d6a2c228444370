import type { MapNode, Node } from '../model/node.ts'
import type { ResourceId } from '../model/resource.ts'
import { nodeAt } from '../node/node-at.ts'

/** Who a manifest says it is; what it does not say is an empty string (no namespace: absent). */
export function identify(root: MapNode): ResourceId {
  const apiVersion = textOf(nodeAt(root, ['apiVersion']))
  const kind = textOf(nodeAt(root, ['kind']))
  const name = textOf(nodeAt(root, ['metadata', 'name']))
  const namespace = textOf(nodeAt(root, ['metadata', 'namespace']))
  return namespace === '' ? { apiVersion, kind, name } : { apiVersion, kind, namespace, name }
}

/** Numbers and booleans count as their text here, as kustomize takes them. */
function textOf(node: Node | undefined): string {
  return node?.kind === 'scalar' && node.tag !== 'null' ? node.text : ''
}
