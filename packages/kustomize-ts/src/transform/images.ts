import type { BuildContext, Transform } from '../build/target.ts'
import { refuseField } from '../field-spec/edit-items.ts'
import type { Image } from '../kustomization/fields.ts'
import type { FieldSpec } from '../model/field-spec.ts'
import type { Item } from '../model/item.ts'
import type { MapNode, Node, ScalarNode } from '../model/node.ts'
import { replaceText, setBy } from '../node/set-text.ts'
import { editImages } from './edit-images.ts'
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
  const renamed = items.map(item => {
    const images = listImages(item.root, specs)
    const isUsed = images.texts.some(matches)
    if (isUsed) used = true
    if (!isUsed && !images.mustWalk) return item
    return renameIn(item, image, specs, matches, build)
  })
  if (!used) reportUnused(image, build)
  return renamed
}

/** The tag, digest or suffix has set it last, a new name before that; an entry without any of them changes nothing. */
function setImage(node: ScalarNode, image: Image): ScalarNode {
  const [last, first] = [image.newTag, image.digest, image.tagSuffix, image.newName].filter(hasText)
  const renamed = replaceText(node, renameImage(node.text, image), last?.at ?? node.at)
  if (last === undefined) return { ...renamed, at: node.at }
  return first === undefined ? renamed : { ...renamed, at: setBy(last.at, setBy(first.at, node.at)) }
}

function hasText(node: ScalarNode | undefined): node is ScalarNode {
  return node !== undefined && node.text !== ''
}

function renameIn(
  item: Item,
  image: Image,
  specs: readonly FieldSpec[],
  matches: (text: string) => boolean,
  build: BuildContext,
): Item {
  const refuse = refuseField(item, build)
  const set = (node: Node): Node => {
    if (node.kind !== 'scalar') refuse(node, { path: 'image' })
    if (node.kind !== 'scalar' || !matches(node.text)) return node
    return setImage(node, image)
  }
  const root = editImages(item.root, specs, { set, refuse })
  return root === item.root ? item : { ...item, root }
}

interface ImageList {
  readonly texts: readonly string[]
  /** Whether a walk does something, or has something to report, even where no image matches. */
  readonly mustWalk: boolean
}

const lists = new WeakMap<readonly FieldSpec[], WeakMap<MapNode, ImageList>>()

/** The images of an object, remembered: most entries of `images` concern few of the objects. */
function listImages(root: MapNode, specs: readonly FieldSpec[]): ImageList {
  const byRoot = lists.get(specs) ?? new WeakMap<MapNode, ImageList>()
  lists.set(specs, byRoot)
  const known = byRoot.get(root)
  if (known !== undefined) return known
  const texts: string[] = []
  let hasFault = false
  const set = (node: Node): Node => {
    if (node.kind === 'scalar') texts.push(node.text)
    else hasFault = true
    return node
  }
  const refuse = () => {
    hasFault = true
  }
  // A null where a list of containers should be becomes a list, whatever the image.
  const isChanged = editImages(root, specs, { set, refuse }) !== root
  const list = { texts, mustWalk: hasFault || isChanged }
  byRoot.set(root, list)
  return list
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
