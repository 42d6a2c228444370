import type { BuildContext } from '../build/target.ts'
import { rememberId } from '../item/identity.ts'
import { isEmpty } from '../merge/absent.ts'
import { mergeStrategically } from '../merge/merge-strategically.ts'
import type { Item } from '../model/item.ts'
import type { MapNode, ScalarNode, Style } from '../model/node.ts'
import { makeField } from '../node/make-field.ts'
import { removeEntry, setEntry } from '../node/set-text.ts'
import { resolveTag } from '../yaml/resolve-tag.ts'
import { keepNotes } from './keep-notes.ts'

export interface ChangeOptions {
  readonly allowNameChange: boolean
  readonly allowKindChange: boolean
}

/**
 * The item with a strategic merge patch on it; undefined where the patch deletes it. Its namespace stays, and so do its
 * name and kind unless the options allow their change.
 */
export function applyStrategic(
  item: Item,
  patch: MapNode,
  options: ChangeOptions,
  build: BuildContext,
): Item | undefined {
  const { allowNameChange, allowKindChange } = options
  const before = allowNameChange || allowKindChange ? rememberId(item, build.isClusterScoped) : item
  const { root, diagnostics } = mergeStrategically(item.root, patch, build.schema)
  diagnostics.forEach(build.report)
  if (root === undefined || root.entries.size === 0) return undefined
  const kind = allowKindChange ? root : keepText(root, item.root, 'kind')
  const kept = ['namespace', ...(allowNameChange ? [] : ['name'])]
  return keepNotes({ ...before, root: keepMetadata(kind, item.root, kept) }, patch)
}

/**
 * A text of the original, as kustomize sets it again after the merge: without a type, in the style that the merge has
 * left. So a name that reads as a number becomes one where the patch gives it without quotes.
 */
function keepText(root: MapNode, original: MapNode, key: string): MapNode {
  const entry = original.entries.get(key)
  const old = entry?.value
  if (entry === undefined || old?.kind !== 'scalar' || isEmpty(old)) return removeEntry(root, key)
  const merged = root.entries.get(key)?.value ?? makeField(old.text, old.at)
  const style = merged.kind === 'scalar' ? merged.style : undefined
  return setEntry(root, key, restyle(old, style), entry.key)
}

/** The scalar itself where it is as it should be. */
function restyle(scalar: ScalarNode, style: Style | undefined): ScalarNode {
  const tag = style === undefined ? resolveTag(scalar.text, 'v3') : 'str'
  if (scalar.style === style && scalar.tag === tag && (style !== undefined || scalar.untagged)) return scalar
  const { style: _, untagged: __, ...rest } = scalar
  return style === undefined ? { ...rest, tag, untagged: true } : { ...rest, tag, style }
}

function keepMetadata(root: MapNode, original: MapNode, keys: readonly string[]): MapNode {
  const metadata = root.entries.get('metadata')?.value
  const from = original.entries.get('metadata')?.value
  if (from?.kind !== 'map') return root
  const merged: MapNode = metadata?.kind === 'map' ? metadata : { ...from, entries: new Map() }
  const kept = keys.reduce((map, key) => keepText(map, from, key), merged)
  return setEntry(root, 'metadata', kept, from.at)
}
