import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml'
import type { MapEntry, MapNode, Node } from '../model/node.ts'
import { addEntry, createEntries, reportDuplicate } from './add-entry.ts'
import { composeScalar } from './compose-scalar.ts'
import { absent, type ComposeContext, type Composition, expandAlias, refuse, startOf } from './composition.ts'
import { maxDepth } from './find-too-deep.ts'
import { type Role, roleOfEntry } from './role.ts'

/**
 * The tree of one parsed document, aliases and merge keys (`<<`) expanded. Everything that is wrong goes to
 * `context.report`; the tree is then of no use.
 */
export function composeDocument(contents: ParsedNode, context: ComposeContext): Node {
  return composeNode(contents, 0, 'resource', { ...context, anchors: new Map(), size: 0, aliased: 0 })
}

function composeNode(node: unknown, depth: number, role: Role, composition: Composition): Node {
  if (isAlias(node)) return expandAlias(node, composition)
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined
  if (anchor === undefined) return composeValue(node, depth, role, composition)
  const before = composition.size
  composition.anchors.set(anchor, null)
  const composed = composeValue(node, depth, role, composition)
  composition.anchors.set(anchor, { node: composed, size: composition.size - before })
  return composed
}

function composeValue(node: unknown, depth: number, role: Role, composition: Composition): Node {
  composition.size += 1
  if (depth > maxDepth) return refuseDepth(node, composition)
  if (isMap(node)) return composeMap(node, depth, role, composition)
  if (isSeq(node)) return composeSeq(node, depth, role, composition)
  if (isScalar(node)) return composeScalar(node, composition)
  return absent(composition.locate(0))
}

function composeSeq(seq: YAMLSeq, depth: number, role: Role, composition: Composition): Node {
  const at = composition.locate(startOf(seq))
  const itemRole = role === 'items' ? 'resource' : 'other'
  const items = seq.items.map(item => composeNode(item, depth + 1, itemRole, composition))
  return { kind: 'seq', items, at, ...(seq.flow && { flow: true }) }
}

function composeMap(map: YAMLMap, depth: number, role: Role, composition: Composition): Node {
  const { entries, repeated } = createEntries()
  const merges: MapEntry[] = []
  const at = composition.locate(startOf(map))
  for (const pair of map.items) {
    const key = composeNode(pair.key, depth + 1, 'other', composition)
    const value =
      pair.value === null ? absent(key.at) : composeNode(pair.value, depth + 1, roleOfEntry(role, key), composition)
    if (isMergeKey(pair)) merges.push({ key: key.at, value })
    // In quotes it merges nothing, but kustomize removes it like a merge key.
    else if (key.kind !== 'scalar' || key.text !== '<<') addEntry({ entries, repeated }, key, value, role, composition)
  }
  for (const source of listSources(merges, composition)) addAbsent(entries, source)
  return { kind: 'map', entries, at, ...(map.flow && { flow: true }), ...keepRepeated(repeated) }
}

function addAbsent(entries: Map<string, MapEntry>, source: MapNode): void {
  for (const [key, entry] of source.entries) if (!entries.has(key)) entries.set(key, entry)
}

function keepRepeated(repeated: ReadonlyMap<string, MapEntry>): Pick<MapNode, 'repeated'> {
  return repeated.size === 0 ? {} : { repeated }
}

/** The maps that merge keys bring in. A map may have one merge key. */
function listSources(merges: readonly MapEntry[], composition: Composition): readonly MapNode[] {
  const [first, second] = merges
  const severity = composition.duplicateKeys === 'warning' ? 'warning' : 'error'
  if (first && second) reportDuplicate('<<', first.key, second.key, severity, composition)
  return merges.flatMap(({ value }) => listMerged(value, composition))
}

function isMergeKey(pair: Pair): boolean {
  return isScalar(pair.key) && pair.key.source === '<<' && pair.key.type === 'PLAIN' && pair.key.tag === undefined
}

/** The maps that a merge key brings in, the strongest first. */
function listMerged(value: Node, composition: Composition): readonly MapNode[] {
  if (value.kind === 'map') return [value]
  if (value.kind === 'seq' && value.items.every(item => item.kind === 'map')) {
    return value.items.filter(item => item.kind === 'map')
  }
  refuse(composition, 'yaml-bad-merge', `"<<" is a ${value.kind}`, 'give it a map or a list of maps', value.at)
  return []
}

function refuseDepth(node: unknown, composition: Composition): Node {
  const at = composition.locate(startOf(node))
  refuse(composition, 'yaml-too-deep', `more than ${maxDepth} levels of nesting`, 'make the document flatter', at)
  return absent(at)
}
