import { type Alias, isAlias, isMap, isScalar, isSeq } from 'yaml'
import type { Node } from '../model/node.ts'
import type { Position } from '../model/position.ts'
import type { ScalarContext } from './compose-scalar.ts'
import type { DuplicateKeys } from './role.ts'

/** Aliases are shared here, so they cost nothing; but whoever walks or prints the tree pays for each of them. */
const maxAliasedNodes = 1_000_000

export interface ComposeContext extends ScalarContext {
  readonly duplicateKeys: DuplicateKeys
  /** Keys that are no strings. */
  readonly otherKeys: 'error' | 'keep'
}

/** What one document knows while it is being composed. */
export interface Composition extends ComposeContext {
  /** Finished anchors, with the number of nodes that an alias to them stands for; `null` while being composed. */
  readonly anchors: Map<string, { readonly node: Node; readonly size: number } | null>
  size: number
  aliased: number
}

/** What an alias stands for: the very node that its anchor names. */
export function expandAlias(alias: Alias, composition: Composition): Node {
  const at = composition.locate(startOf(alias))
  const anchor = composition.anchors.get(alias.source)
  if (anchor === undefined) {
    refuse(composition, 'yaml-unknown-anchor', `there is no anchor "&${alias.source}" above`, 'define it first', at)
    return absent(at)
  }
  if (anchor === null) {
    refuse(composition, 'yaml-alias-cycle', `"*${alias.source}" stands inside of its own anchor`, 'write it out', at)
    return absent(at)
  }
  composition.size += anchor.size
  composition.aliased += anchor.size
  if (composition.aliased <= maxAliasedNodes) return anchor.node
  if (composition.aliased - anchor.size <= maxAliasedNodes) {
    const message = `the aliases up to here stand for more than ${maxAliasedNodes} nodes`
    refuse(composition, 'yaml-alias-bomb', message, 'write the values out', at)
  }
  return absent(at)
}

export function refuse(composition: Composition, code: string, message: string, fix: string, source: Position): void {
  composition.report({ code, severity: 'error', message, fix, source })
}

/** In place of what cannot be composed, after it was reported. */
export function absent(at: Position): Node {
  return { kind: 'scalar', tag: 'null', text: '', at }
}

/** The offset of a node in its document. */
export function startOf(node: unknown): number {
  const ranged = isAlias(node) || isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined
  return ranged?.[0] ?? 0
}
