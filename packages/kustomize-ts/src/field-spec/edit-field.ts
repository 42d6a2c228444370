import type { FieldSpec } from '../model/field-spec.ts'
import type { MapNode, Node } from '../model/node.ts'
import type { Position } from '../model/position.ts'
import { setEntry } from '../node/set-text.ts'
import { splitPath } from '../path/split-path.ts'

export interface FieldEdit {
  /** The new value of a field; the same node where nothing changes. Also asked about a null. */
  readonly set: (node: Node) => Node
  /** Makes the value that `set` starts from, where a spec creates the field. Absent: nothing is ever created. */
  readonly make?: () => Node
  /** The place that a created field is said to come from. */
  readonly by: Position
  /** Called where a path leads through a scalar. */
  readonly refuse: (node: Node, spec: FieldSpec) => void
}

/**
 * Applies `edit.set` to the field that `spec` names in an object of the right kind: through all elements of the lists
 * on the path, making maps where the spec creates, and leaving nulls alone.
 */
export function editField(root: MapNode, spec: FieldSpec, edit: FieldEdit): MapNode {
  const edited = editAt(root, elementsOf(spec), 0, spec, edit)
  return edited.kind === 'map' ? edited : root
}

const splitPaths = new Map<string, readonly string[]>()

function elementsOf(spec: FieldSpec): readonly string[] {
  const known = splitPaths.get(spec.path)
  if (known !== undefined) return known
  const elements = splitPath(spec.path, '/')
  splitPaths.set(spec.path, elements)
  return elements
}

function editAt(node: Node, path: readonly string[], index: number, spec: FieldSpec, edit: FieldEdit): Node {
  if (index === path.length) return edit.set(node)
  if (node.kind === 'map') return editMap(node, path, index, spec, edit)
  if (node.kind === 'seq') return editItems(node, path, index, spec, edit)
  if (node.tag !== 'null') edit.refuse(node, spec)
  return node
}

function editItems(
  node: Node & { kind: 'seq' },
  path: readonly string[],
  index: number,
  spec: FieldSpec,
  edit: FieldEdit,
) {
  let changed = false
  const items = node.items.map(item => {
    const edited = editAt(item, path, index, spec, edit)
    if (edited !== item) changed = true
    return edited
  })
  return changed ? { ...node, items } : node
}

function editMap(node: MapNode, path: readonly string[], index: number, spec: FieldSpec, edit: FieldEdit): Node {
  const element = path[index] ?? ''
  const key = element.endsWith('[]') ? element.slice(0, -2) : element
  const child = findOrMake(node, key, element !== key, index === path.length - 1, spec, edit)
  if (child === undefined) return node
  return setEntry(node, key, editAt(child, path, index + 1, spec, edit), edit.by)
}

/** A null counts as absent where something can be made in its place: a field that is created, or a list (`[]`). */
function findOrMake(node: MapNode, key: string, isList: boolean, isLast: boolean, spec: FieldSpec, edit: FieldEdit) {
  const child = node.entries.get(key)?.value
  const isNull = child?.kind === 'scalar' && child.tag === 'null'
  if (child !== undefined && !isNull) return child
  if (isList) return isNull ? { kind: 'seq' as const, items: [], at: child.at } : child
  if (spec.create !== true || edit.make === undefined) return child
  const at = child?.at ?? edit.by
  return isLast ? { ...edit.make(), at } : { kind: 'map' as const, entries: new Map(), at }
}
