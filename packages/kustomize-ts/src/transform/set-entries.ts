import type { BuildContext } from '../build/target.ts'
import { editItem, refuseField } from '../field-spec/edit-items.ts'
import type { FieldSpec } from '../model/field-spec.ts'
import type { Item } from '../model/item.ts'
import type { Node, ScalarNode } from '../model/node.ts'
import { makeMap, makeText, replaceText, setEntry } from '../node/set-text.ts'

/** Sets labels (or annotations, or selectors) in all maps that the specs name. */
export function setEntries(
  items: readonly Item[],
  entries: ReadonlyMap<string, ScalarNode>,
  specs: readonly FieldSpec[],
  build: BuildContext,
): readonly Item[] {
  if (entries.size === 0) return items
  return items.map(item => {
    let edited = item
    for (const [key, value] of entries) edited = setEntryOf(edited, key, value, specs, build)
    return edited
  })
}

/** The entries that are new are one node, whatever their number: later changes of one are changes of all. */
function setEntryOf(item: Item, key: string, value: ScalarNode, specs: readonly FieldSpec[], build: BuildContext) {
  const added: ScalarNode = { ...makeText(value.text, value.at), shared: true }
  const refuse = refuseField(item, build)
  const set = (node: Node): Node => {
    if (node.kind === 'map') return setEntry(node, key, valueOver(node.entries.get(key)?.value, value, added), value.at)
    if (node.kind === 'seq' || node.tag !== 'null') refuse(node, { path: key })
    return node
  }
  return editItem(item, specs, { set, make: () => makeMap(value.at), by: value.at, refuse })
}

function valueOver(old: Node | undefined, value: ScalarNode, added: ScalarNode): Node {
  return old === undefined ? added : replaceText(old, value.text, value.at, 'str')
}
