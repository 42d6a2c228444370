import type { MapEntry, MapNode, Node } from '../model/node.ts'
import { type MergeSchema, schemaOfField } from '../tables/merge-schema.ts'
import { resolveTag } from '../yaml/resolve-tag.ts'
import { isNull } from './absent.ts'
import { keepFlow } from './keep-flow.ts'
import type { MergeContext } from './merge-context.ts'
import type { MergeNodes, Outcome } from './merge-nodes.ts'
import { readsAsString } from './reads-as-string.ts'

/** Results of merges without a patch, which every overlay over one base repeats; by the schema that they were made with. */
const untouched = new WeakMap<MapNode, Remembered>()

interface Remembered {
  readonly schema: MergeSchema | undefined
  /** Undefined for the map itself, which must not keep itself alive. */
  readonly result: MapNode | undefined
}

/**
 * Merges field by field. Without a patch this still drops empty nulls and tidies associative lists, as upstream does;
 * a map in which nothing changes is returned itself.
 */
export function mergeFields(
  target: MapNode,
  patch: MapNode | undefined,
  schema: MergeSchema | undefined,
  mergeNodes: MergeNodes,
  context: MergeContext,
): MapNode {
  if (patch !== undefined) return mergeEntries(target, patch, schema, mergeNodes, context)
  const known = untouched.get(target)
  if (known && known.schema === schema) return known.result ?? target
  const problems = context.diagnostics.length
  const result = mergeEntries(target, undefined, schema, mergeNodes, context)
  if (context.diagnostics.length === problems) {
    untouched.set(target, { schema, result: result === target ? undefined : result })
  }
  return result
}

function mergeEntries(
  target: MapNode,
  patch: MapNode | undefined,
  schema: MergeSchema | undefined,
  mergeNodes: MergeNodes,
  context: MergeContext,
): MapNode {
  const mergeField = (name: string, old: Node | undefined, value: Node | undefined) =>
    keptNode(mergeNodes(old, value, schema && schemaOfField(context.table, schema, name), context))
  const entries = new Map<string, MapEntry>()
  for (const [name, entry] of target.entries) {
    const node = mergeField(name, entry.value, patch?.entries.get(name)?.value)
    const value = node && setValue(entry.value, node)
    if (value !== undefined) entries.set(name, value === entry.value ? entry : { ...entry, value })
  }
  for (const [name, entry] of patch?.entries ?? []) {
    const node = target.entries.has(name) ? undefined : mergeField(name, undefined, entry.value)
    if (node !== undefined) entries.set(name, { ...entry, value: protectString(node) })
  }
  return hasSameEntries(target.entries, entries) ? target : { ...keepFlow(target, target, patch), entries }
}

function hasSameEntries(a: MapNode['entries'], b: MapNode['entries']): boolean {
  if (a.size !== b.size) return false
  for (const [name, entry] of a) if (b.get(name) !== entry) return false
  return true
}

/** Undefined when the field goes: so does a null, unless the target spells it out and the patch leaves it alone. */
function keptNode({ node, isKeptNull }: Outcome): Node | undefined {
  return node !== undefined && isNull(node) && !isKeptNull ? undefined : node
}

/** A new value in a field keeps the style of the old one, which makes a string of a number in quotes. */
function setValue(old: Node, value: Node): Node {
  if (value.at === old.at) return protectString(value)
  const at = { file: value.at.file, line: value.at.line, column: value.at.column, previous: old.at }
  if (value.kind !== 'scalar') return { ...keepFlow(value, old, value), at }
  const { style: _, ...rest } = value
  const { style, shared } = old.kind === 'scalar' ? old : {}
  const plain = { ...rest, at, ...(shared && { shared }) }
  if (style !== undefined) {
    const isTyped = value.tag !== 'str' && !value.untagged
    return { ...plain, tag: 'str', style, ...(isTyped && { typed: value.tag }) }
  }
  return value.untagged ? { ...plain, tag: resolveTag(value.text, 'v3') } : plain
}

/**
 * A field that is new, or that the patch leaves alone, gets quotes where YAML 1.1 would need them. They decide what
 * later values become, and make a string of a value without a type.
 */
function protectString(value: Node): Node {
  if (value.kind !== 'scalar' || value.style || (value.tag !== 'str' && !value.untagged)) return value
  if (value.text === '' || value.text.includes('\n') || readsAsString(value.text)) return value
  const { untagged: _, ...rest } = value
  return { ...rest, tag: 'str', style: 'quoted' }
}
