import type { Diagnostic } from '../model/diagnostic.ts'
import type { MapNode } from '../model/node.ts'
import { followShared } from '../node/follow-shared.ts'
import type { SchemaTable } from '../tables/merge-schema.ts'
import { mergeNodes } from './merge-nodes.ts'

export interface Merged {
  /** Undefined when the patch deletes the whole resource. */
  readonly root: MapNode | undefined
  /** With an error among them the root is of no use. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * A strategic merge as kustomize does it (kyaml's merge2 with new list elements first). Neither argument changes; what
 * the patch does not touch is shared with the target, and what it sets knows both places.
 */
export function mergeStrategically(target: MapNode, patch: MapNode, table: SchemaTable): Merged {
  const diagnostics: Diagnostic[] = []
  const { node } = mergeNodes(target, patch, undefined, { table, diagnostics })
  return { root: node?.kind === 'map' ? followShared(target, node) : undefined, diagnostics }
}
