import type { MapNode, Node, SeqNode } from '../model/node.ts'
import { isEmptyMap, isNull } from './absent.ts'
import type { MergeContext } from './merge-context.ts'

export type Directive = 'merge' | 'replace' | 'delete'

/** What a patch says of itself, and the patch without saying it. */
export interface Directed<N extends MapNode | SeqNode> {
  readonly directive: Directive
  readonly patch: N
}

const KEY = '$patch'

/** The `$patch` of a map. An unknown one is an error, and stays in the map. */
export function readMapDirective(patch: MapNode, context: MergeContext): Directed<MapNode> {
  const value = patch.entries.get(KEY)?.value
  if (value === undefined) return { directive: 'merge', patch }
  const directive = readDirective(value, context)
  if (directive === undefined) return { directive: 'merge', patch }
  const entries = new Map(patch.entries)
  entries.delete(KEY)
  return { directive, patch: { ...patch, entries } }
}

/**
 * The `$patch` of a list: the only field of one of its elements. Elements with the same directive go with it, and with
 * them, as upstream has it, all nulls and empty maps.
 */
export function readListDirective(patch: SeqNode, context: MergeContext): Directed<SeqNode> {
  const holder = patch.items.find(item => item.kind === 'map' && item.entries.has(KEY))
  const value = holder?.kind === 'map' && holder.entries.size === 1 ? holder.entries.get(KEY)?.value : undefined
  const directive = value && readDirective(value, context)
  if (directive === undefined) return { directive: 'merge', patch }
  const items = patch.items.filter(item => !isNull(item) && !isEmptyMap(item) && textOfDirective(item) !== directive)
  return { directive, patch: { ...patch, items } }
}

function textOfDirective(item: Node): string | undefined {
  const value = item.kind === 'map' ? item.entries.get(KEY)?.value : undefined
  return value?.kind === 'scalar' ? value.text : undefined
}

function readDirective(value: Node, context: MergeContext): Directive | undefined {
  const text = value.kind === 'scalar' ? value.text : ''
  if (text === 'merge' || text === 'replace' || text === 'delete') return text
  context.diagnostics.push({
    code: 'patch-directive-unknown',
    severity: 'error',
    message: `$patch is "${text}"`,
    fix: 'write merge, replace or delete',
    source: value.at,
  })
  return undefined
}
