import type { BuildContext, Transform } from '../build/target.ts'
import { editField } from '../field-spec/edit-field.ts'
import { refuseField } from '../field-spec/edit-items.ts'
import { selectSpecs } from '../field-spec/select-specs.ts'
import { identityOf } from '../item/identity.ts'
import type { Image } from '../kustomization/fields.ts'
import type { FieldSpec } from '../model/field-spec.ts'
import type { Item } from '../model/item.ts'
import type { MapNode, Node } from '../model/node.ts'
import { replaceText, setEntry } from '../node/set-text.ts'
import { compileImageName, renameImage } from './rename-image.ts'

export const transformImages: Transform = ({ kustomization, build }, config) => {
  const { images = [], imageTags = [] } = kustomization.fields
  return [...images, ...imageTags].map(image => items => setImages(items, image, config.images, build))
}

/** Renames an image wherever it stands: in all lists of containers, and in the fields that the specs name. */
export function setImages(
  items: readonly Item[],
  image: Image,
  specs: readonly FieldSpec[],
  build: BuildContext,
): readonly Item[] {
  const matches = compileImageName(image, build)
  if (matches === undefined) return items
  let used = false
  const rename = (node: Node): Node => {
    if (node.kind !== 'scalar' || !matches(node.text)) return node
    used = true
    return replaceText(node, renameImage(node.text, image), image.at)
  }
  // kustomize walks all items for containers before it turns to the specs; for one item it comes to the same.
  const renamed = items.map(item => renameIn(item, specs, rename, build))
  if (!used) reportUnused(image, build)
  return renamed
}

function renameIn(item: Item, specs: readonly FieldSpec[], rename: (node: Node) => Node, build: BuildContext): Item {
  if (identityOf(item.root).kind === 'CustomResourceDefinition') return item
  const refuse = refuseField(item, build)
  const set = (node: Node) => {
    if (node.kind !== 'scalar') refuse(node, { path: 'image' })
    return rename(node)
  }
  const walked = renameContainers(item.root, set, refuse)
  let root = walked.kind === 'map' ? walked : item.root
  for (const spec of selectSpecs(specs, root)) root = editField(root, spec, { set, by: root.at, refuse })
  return root === item.root ? item : { ...item, root }
}

/** Every `containers` and `initContainers` list, wherever it is. */
function renameContainers(node: Node, set: (node: Node) => Node, refuse: ReturnType<typeof refuseField>): Node {
  if (node.kind === 'seq') {
    let changed = false
    const items = node.items.map(item => {
      const renamed = renameContainers(item, set, refuse)
      if (renamed !== item) changed = true
      return renamed
    })
    return changed ? { ...node, items } : node
  }
  if (node.kind === 'scalar') return node
  let map: MapNode = node
  for (const [key, { value }] of node.entries) {
    const inner = renameContainers(value, set, refuse)
    const isContainers = key === 'containers' || key === 'initContainers'
    const renamed = isContainers && inner.kind === 'seq' ? renameItems(inner, set, refuse) : inner
    if (renamed !== value) map = setEntry(map, key, renamed, value.at)
  }
  return map
}

function renameItems(list: Node & { kind: 'seq' }, set: (node: Node) => Node, refuse: ReturnType<typeof refuseField>) {
  let changed = false
  const items = list.items.map(container => {
    if (container.kind !== 'map') {
      if (container.kind === 'seq' || container.tag !== 'null') refuse(container, { path: 'containers' })
      return container
    }
    const image = container.entries.get('image')?.value
    if (image === undefined) return container
    const renamed = set(image)
    if (renamed === image) return container
    changed = true
    return setEntry(container, 'image', renamed, image.at)
  })
  return changed ? { ...list, items } : list
}

function reportUnused(image: Image, build: BuildContext): void {
  build.report({
    code: 'image-matches-nothing',
    severity: 'warning',
    message: `no container here has the image "${image.name?.text ?? ''}"`,
    fix: 'write the image name as the containers do, registry included, or remove the entry',
    source: image.name?.at ?? image.at,
  })
}
