import type { MapNode, Node } from '../model/node.ts'
import { isMergedList, type MergeSchema, schemaOfType } from '../tables/merge-schema.ts'
import { isAbsent, isEmpty, isNull } from './absent.ts'
import { readMapDirective } from './directive.ts'
import { type MergeContext, reportKind } from './merge-context.ts'
import { mergeFields } from './merge-fields.ts'
import { mergeLists } from './merge-lists.ts'

/** What a merge leaves. */
export interface Outcome {
  /** Undefined when the field or element is to go. */
  readonly node: Node | undefined
  /** Whether this is the target, changed in place as upstream sees it, rather than the patch. */
  readonly isTarget: boolean
  /** A null that the target spells out stays, though nulls otherwise delete. */
  readonly isKeptNull?: boolean
}

export type MergeNodes = (
  target: Node | undefined,
  patch: Node | undefined,
  schema: MergeSchema | undefined,
  context: MergeContext,
) => Outcome

const GONE: Outcome = { node: undefined, isTarget: false }

/**
 * A strategic merge of two nodes of which either may be missing. The same node on both sides is merged with itself:
 * so upstream treats what a patch adds, to carry out the directives in it.
 */
export function mergeNodes(
  target: Node | undefined,
  patch: Node | undefined,
  schema: MergeSchema | undefined,
  context: MergeContext,
): Outcome {
  const own = isAbsent(target) ? undefined : target
  const other = isAbsent(patch) ? undefined : patch
  const kind = own?.kind ?? other?.kind
  if (own && other && own.kind !== other.kind) reportKind(other, own.kind, context)
  if (kind === 'scalar') return { node: patch ?? target, isTarget: patch === undefined || patch === target }
  const known = schema ?? schemaOf(own, context) ?? schemaOf(other, context)
  if (kind !== 'seq') return mergeMaps(target, patch, known, context)
  if (known === undefined || !isMergedList(known)) return { node: patch ?? target, isTarget: patch === undefined }
  if (own && patch && isNull(patch)) return GONE
  const lists = [own, other].map(node => (node?.kind === 'seq' ? node : undefined))
  return { node: mergeLists(lists[0], lists[1], known, mergeNodes, context), isTarget: own !== undefined }
}

function schemaOf(node: Node | undefined, context: MergeContext): MergeSchema | undefined {
  if (node?.kind !== 'map') return undefined
  const [apiVersion, kind] = ['apiVersion', 'kind'].map(name => {
    const value = node.entries.get(name)?.value
    return value?.kind === 'scalar' && !isEmpty(value) ? value.text : ''
  })
  return apiVersion && kind ? schemaOfType(context.table, apiVersion, kind) : undefined
}

/** Maps, and nulls with nothing else on the other side. */
function mergeMaps(
  target: Node | undefined,
  patch: Node | undefined,
  schema: MergeSchema | undefined,
  context: MergeContext,
): Outcome {
  const own = target?.kind === 'map' ? target : undefined
  const other = patch?.kind === 'map' ? patch : undefined
  if (own === undefined) return addMap(target, patch, other, schema, context)
  if (patch && isNull(patch)) return GONE
  if (other === undefined) return { node: mergeFields(own, undefined, schema, mergeNodes, context), isTarget: true }
  const directed = readMapDirective(other, context)
  if (directed.directive === 'delete') return GONE
  const isReplaced = directed.directive === 'replace'
  const base = isReplaced || own === other ? directed.patch : own
  return {
    node: mergeFields(base, directed.patch, schema, mergeNodes, context),
    isTarget: own === other || !isReplaced,
  }
}

function addMap(
  target: Node | undefined,
  patch: Node | undefined,
  added: MapNode | undefined,
  schema: MergeSchema | undefined,
  context: MergeContext,
): Outcome {
  if (patch === undefined && target?.kind === 'scalar' && target.text !== '') {
    return { node: target, isTarget: false, isKeptNull: true }
  }
  if (added === undefined) return { node: patch, isTarget: false }
  // Upstream passes over an unknown directive here, and finds it when it merges the map with itself.
  const directed = readMapDirective(added, { ...context, diagnostics: [] })
  if (directed.directive === 'delete') return GONE
  return mergeMaps(directed.patch, directed.patch, schema, context)
}
