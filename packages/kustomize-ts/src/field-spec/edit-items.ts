import type { BuildContext } from '../build/target.ts'
import type { FieldSpec } from '../model/field-spec.ts'
import type { Item } from '../model/item.ts'
import type { Node } from '../model/node.ts'
import { followShared } from '../node/follow-shared.ts'
import { identify } from '../read/identify.ts'
import { editField, type FieldEdit } from './edit-field.ts'
import { selectSpecs } from './select-specs.ts'

/** Edits all fields that the specs name in one item, in the order of the specs. */
export function editItem(item: Item, specs: readonly FieldSpec[], edit: FieldEdit): Item {
  let { root } = item
  for (const spec of selectSpecs(specs, root)) root = editField(root, spec, edit)
  return root === item.root ? item : { ...item, root: followShared(item.root, root) }
}

/** Reports a field whose path leads through a scalar, or that has another type than the transformer sets. */
export function refuseField(item: Item, build: BuildContext): (node: Node, spec: FieldSpec) => void {
  return (node, spec) => {
    const { kind, name } = identify(item.root)
    build.report({
      code: 'unexpected-field-type',
      severity: 'error',
      message: `the field ${spec.path} of ${kind} "${name}" leads to a ${node.kind} where that cannot be`,
      fix: 'correct the type of this field',
      source: node.at,
    })
  }
}
