import type { Item } from '../model/item.ts'
import type { MapEntry, MapNode, Node } from '../model/node.ts'
import { makeMap, removeEntry, setEntry } from '../node/set-text.ts'

/** What kustomize notes on resources while it builds; in an input file they are dropped as well. */
const noted = new Set([
  ...[
    ...['previousKinds', 'previousNames', 'prefixes', 'suffixes', 'previousNamespaces', 'allowNameChange'],
    ...['allowKindChange', 'refBy', 'generatorBehavior', 'needsHashSuffix', 'path', 'index', 'seqindent', 'id'],
    ...['annotations-migration-resource-id', 'helm-generated'],
  ].map(name => `internal.config.kubernetes.io/${name}`),
  ...['config.kubernetes.io/path', 'config.kubernetes.io/index', 'config.k8s.io/id'],
])

/** The annotations as kustomize leaves them: without its own notes, all of them strings without style, and no empty map. */
export function cleanAnnotations(item: Item): Item {
  const root = cleanRoot(item.root)
  return root === item.root ? item : { ...item, root }
}

function cleanRoot(root: MapNode): MapNode {
  const metadata = root.entries.get('metadata')?.value
  if (metadata?.kind !== 'map') return setEntry(root, 'metadata', makeMap(root.at), root.at)
  const annotations = metadata.entries.get('annotations')?.value
  if (annotations === undefined) return root
  const kept = keepAnnotations(annotations)
  if (kept === annotations) return root
  const cleanedMetadata =
    kept === undefined ? removeEntry(metadata, 'annotations') : setEntry(metadata, 'annotations', kept, root.at)
  return setEntry(root, 'metadata', cleanedMetadata, root.at)
}

function keepAnnotations(annotations: Node): MapNode | undefined {
  if (annotations.kind !== 'map') return undefined
  const entries = new Map<string, MapEntry>()
  let changed = false
  for (const [key, entry] of annotations.entries) {
    const text = noted.has(key) ? undefined : asText(entry)
    if (text !== entry) changed = true
    if (text !== undefined) entries.set(key, text)
  }
  if (entries.size === 0) return undefined
  return changed ? { ...annotations, entries } : annotations
}

function asText(entry: MapEntry): MapEntry {
  const { value } = entry
  if (value.kind === 'scalar' && value.tag === 'str' && value.style !== 'folded') return entry
  return {
    ...entry,
    value: { kind: 'scalar', tag: 'str', text: value.kind === 'scalar' ? value.text : '', at: value.at },
  }
}
