import { createHash } from 'node:crypto'
import type { BuildContext } from '../build/target.ts'
import { rememberId } from '../item/identity.ts'
import type { Item } from '../model/item.ts'
import type { MapNode, Node } from '../model/node.ts'
import { childAt, nodeAt } from '../node/node-at.ts'
import { positionOf } from '../node/position-of.ts'
import { setTextAt } from '../node/set-text.ts'
import { toValue } from '../node/to-value.ts'
import { identify } from '../read/identify.ts'

/** Appends to the name of every generated ConfigMap and Secret a hash of what it holds. */
export function hashNames(items: readonly Item[], build: BuildContext): readonly Item[] {
  return items.map(item => {
    if (!item.needsHash || !isHashed(item, build)) return item
    const remembered = rememberId(item, build.isClusterScoped)
    const name = `${identify(item.root).name}-${hashContent(item.root)}`
    const at = nodeAt(item.root, ['metadata', 'name'])?.at ?? item.root.at
    return { ...remembered, root: setTextAt(item.root, ['metadata', 'name'], name, at) }
  })
}

/** kustomize hashes other kinds, which only a patch of the kind can make, by where they stand in its memory. */
function isHashed({ root }: Item, build: BuildContext): boolean {
  const { kind, name } = identify(root)
  if (kind === 'ConfigMap' || kind === 'Secret') return true
  build.report({
    code: 'unsupported-hash',
    severity: 'error',
    message: `kustomize-ts cannot hash the ${kind} "${name}", which was generated as another kind`,
    fix: 'set disableNameSuffixHash in its options',
    source: positionOf(root, ['kind']),
  })
  return false
}

/**
 * Ten characters of the SHA-256 of a ConfigMap's or Secret's data, in the alphabet of Kubernetes' name hashes (no vowels,
 * no digits that look like letters). The name takes no part: kustomize means it to, but looks it up wrongly.
 */
export function hashContent(root: MapNode): string {
  return encodeHash(encodeGoJson(describeContent(root)))
}

/** The hash of a text that has been encoded already. */
export function encodeHash(text: string): string {
  const digest = createHash('sha256').update(text).digest('hex')
  return digest.slice(0, 10).replace(/[013ae]/g, character => substitutes[character] ?? character)
}

const substitutes: Readonly<Record<string, string>> = { 0: 'g', 1: 'h', 3: 'k', a: 'm', e: 't' }

function describeContent(root: MapNode): Record<string, unknown> {
  const { kind } = identify(root)
  const optional = kind === 'Secret' ? 'stringData' : 'binaryData'
  const extra = childAt(root, optional)
  return {
    ...(extra?.kind === 'map' ? { [optional]: toValue(extra) } : {}),
    data: contentOf(childAt(root, 'data')),
    kind,
    name: '',
    ...(kind === 'Secret' ? { type: contentOf(childAt(root, 'type')) } : {}),
  }
}

/** kustomize takes what is no single value for a map, and a list for none. */
function contentOf(node: Node | undefined): unknown {
  if (node === undefined) return ''
  if (node.kind === 'seq') return null
  return node.kind === 'scalar' ? node.text : toValue(node)
}

/** JSON as Go's encoder writes it: keys sorted by bytes, and the characters escaped that mean something in HTML. */
function encodeGoJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(encodeGoJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    return `{${entries.map(([key, entry]) => `${encodeGoJson(key)}:${encodeGoJson(entry)}`).join(',')}}`
  }
  const json = JSON.stringify(value)
  return typeof value === 'string' ? json.replace(/[<>&\u2028\u2029]/g, escapeCharacter) : json
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
