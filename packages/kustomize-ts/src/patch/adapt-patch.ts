import type { MapEntry, MapNode, Node } from '../model/node.ts'
import { nodeAt } from '../node/node-at.ts'
import { removeEntry, setEntry, setTextAt } from '../node/set-text.ts'
import { resolveTag } from '../yaml/resolve-tag.ts'

/**
 * A patch as kustomize prepares it for targets that a selector has chosen: with the target's apiVersion, and with
 * labels and annotations made strings. So a null there, which deletes in other patches, becomes the text "null".
 */
export function adaptPatch(patch: MapNode, target: MapNode): MapNode {
  const apiVersion = nodeAt(target, ['apiVersion'])
  const typed =
    apiVersion === undefined ? removeEntry(patch, 'apiVersion') : setEntry(patch, 'apiVersion', apiVersion, patch.at)
  const metadata = typed.entries.get('metadata')?.value
  if (metadata?.kind !== 'map') return typed
  const texts = ['labels', 'annotations'].reduce(makeTexts, metadata)
  const named = nameAnew(texts, patch)
  return named === metadata ? typed : setEntry(typed, 'metadata', named, patch.at)
}

/** The name loses its type, so that one like 1e3 is a number where the target has a name without quotes. */
function nameAnew(metadata: MapNode, patch: MapNode): MapNode {
  const name = metadata.entries.get('name')?.value
  if (name === undefined) return setTextAt(metadata, ['name'], '', patch.at)
  if (name.kind !== 'scalar' || resolveTag(name.text, 'v3') === 'str') return metadata
  return setEntry(metadata, 'name', { ...name, untagged: true }, patch.at)
}

function makeTexts(metadata: MapNode, key: string): MapNode {
  const map = metadata.entries.get(key)?.value
  if (map === undefined) return metadata
  if (map.kind !== 'map' || map.entries.size === 0) return removeEntry(metadata, key)
  if ([...map.entries.values()].every(({ value }) => value.kind === 'scalar' && value.tag === 'str')) return metadata
  const entries = new Map([...map.entries].map(([name, entry]) => [name, asText(entry)]))
  return setEntry(metadata, key, { ...map, entries }, map.at)
}

function asText({ key, value }: MapEntry): MapEntry {
  const text: Node = { kind: 'scalar', tag: 'str', text: value.kind === 'scalar' ? value.text : '', at: value.at }
  return { key, value: text }
}
