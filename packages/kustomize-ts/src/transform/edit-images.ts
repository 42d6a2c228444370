import { editField } from '../field-spec/edit-field.ts'
import { selectSpecs } from '../field-spec/select-specs.ts'
import type { FieldSpec } from '../model/field-spec.ts'
import type { MapNode, Node, SeqNode } from '../model/node.ts'
import { setEntry } from '../node/set-text.ts'
import { textAt } from '../read/identify.ts'

export interface ImageEdit {
  /** The new value of a field that holds an image. */
  readonly set: (image: Node) => Node
  /** Called where a field is not of the type that an image's is. */
  readonly refuse: (node: Node, spec: FieldSpec) => void
}

/**
 * Sets the images of an object: in all lists of containers, wherever they are, and then in the fields that the specs
 * name, so that some are set twice. A custom resource's definition has none.
 */
export function editImages(root: MapNode, specs: readonly FieldSpec[], edit: ImageEdit): MapNode {
  if (textAt(root, 'kind') === 'CustomResourceDefinition') return root
  const walked = editContainers(root, edit)
  let edited = walked.kind === 'map' ? walked : root
  for (const spec of selectSpecs(specs, edited)) {
    edited = editField(edited, spec, { set: edit.set, by: root.at, refuse: edit.refuse })
  }
  return edited
}

/** The fields called `containers` and `initContainers`, at any depth. */
function editContainers(node: Node, edit: ImageEdit): Node {
  if (node.kind === 'scalar') return node
  if (node.kind === 'seq') return editItems(node, editContainers, edit)
  let map: MapNode = node
  for (const key of node.entries.keys()) {
    const value = node.entries.get(key)?.value
    if (value === undefined || value.kind === 'scalar') continue
    const inner = editContainers(value, edit)
    const isContainers = key === 'containers' || key === 'initContainers'
    const edited = isContainers && inner.kind === 'seq' ? editItems(inner, editContainer, edit) : inner
    if (edited !== value) map = setEntry(map, key, edited, value.at)
  }
  return map
}

function editContainer(container: Node, edit: ImageEdit): Node {
  if (container.kind !== 'map') {
    if (container.kind === 'seq' || container.tag !== 'null') edit.refuse(container, { path: 'containers' })
    return container
  }
  const image = container.entries.get('image')?.value
  return image === undefined ? container : setEntry(container, 'image', edit.set(image), image.at)
}

function editItems(list: SeqNode, editItem: (item: Node, edit: ImageEdit) => Node, edit: ImageEdit): SeqNode {
  let items: Node[] | undefined
  for (let index = 0; index < list.items.length; index++) {
    const item = list.items[index]
    const edited = item && editItem(item, edit)
    if (edited === undefined || edited === item) continue
    items ??= [...list.items]
    items[index] = edited
  }
  return items === undefined ? list : { ...list, items }
}
