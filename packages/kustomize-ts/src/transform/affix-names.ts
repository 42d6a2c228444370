import type { BuildContext } from '../build/target.ts'
import { editItem, refuseField } from '../field-spec/edit-items.ts'
import { isSelected, originalId, rememberId } from '../item/identity.ts'
import type { FieldSpec, GvkPattern } from '../model/field-spec.ts'
import type { Item } from '../model/item.ts'
import type { Node } from '../model/node.ts'
import type { Position } from '../model/position.ts'
import { makeNull, replaceText } from '../node/set-text.ts'

/** Their names are given by others: an API group, a namespace that exists already. */
const keptNames: readonly GvkPattern[] = [
  { kind: 'CustomResourceDefinition' },
  { group: 'apiregistration.k8s.io', kind: 'APIService' },
  { kind: 'Namespace' },
]

export interface Affix {
  readonly text: string
  readonly side: 'prefix' | 'suffix'
  readonly by: Position
  readonly specs: readonly FieldSpec[]
}

/** Puts a prefix before, or a suffix after, the name of every item. */
export function affixNames(items: readonly Item[], affix: Affix, build: BuildContext): readonly Item[] {
  return items.map(item => {
    const id = originalId(item, build.isClusterScoped)
    if (keptNames.some(pattern => isSelected(id, pattern))) return item
    let affixed = item
    for (const spec of affix.specs) {
      if (isSelected(id, spec)) affixed = affixField(affixed, spec, affix, build)
    }
    return affixed
  })
}

function affixField(item: Item, spec: FieldSpec, affix: Affix, build: BuildContext): Item {
  const named = spec.path === 'metadata/name' ? noteAffix(item, affix, build) : item
  const refuse = refuseField(item, build)
  const set = (node: Node) => {
    if (node.kind !== 'scalar') {
      refuse(node, spec)
      return node
    }
    return replaceText(node, affix.side === 'prefix' ? affix.text + node.text : node.text + affix.text, affix.by)
  }
  return editItem(named, [spec], { set, make: () => makeNull(affix.by), by: affix.by, refuse })
}

function noteAffix(item: Item, affix: Affix, build: BuildContext): Item {
  if (affix.text === '') return item
  const remembered = rememberId(item, build.isClusterScoped)
  return affix.side === 'prefix'
    ? { ...remembered, prefixes: [...item.prefixes, affix.text] }
    : { ...remembered, suffixes: [...item.suffixes, affix.text] }
}
