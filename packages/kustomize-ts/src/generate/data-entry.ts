import type { MapEntry, ScalarNode } from '../model/node.ts'
import { setBy } from '../node/set-text.ts'
import { encodeBase64 } from './encode-base64.ts'
import type { Pair } from './pair.ts'

/** Where a pair belongs in a ConfigMap: text in `data`, all other bytes in `binaryData`. */
export function configMapField(pair: Pair): 'data' | 'binaryData' {
  return typeof pair.value === 'string' ? 'data' : 'binaryData'
}

export function makeConfigMapEntry(pair: Pair): MapEntry {
  const { value } = pair
  if (typeof value !== 'string') return makeEntry(pair, encodeBase64(value))
  const content = pair.content === undefined ? {} : { content: pair.content }
  return { key: setBy(pair.keyAt, undefined), value: { ...makeEntry(pair, value).value, ...content } }
}

/** In a Secret everything is base64. */
export function makeSecretEntry(pair: Pair): MapEntry {
  const bytes = typeof pair.value === 'string' ? Buffer.from(pair.value, 'utf8') : pair.value
  return makeEntry(pair, encodeBase64(bytes))
}

function makeEntry(pair: Pair, text: string): { readonly key: MapEntry['key']; readonly value: ScalarNode } {
  const style = text.includes('\n') ? { style: 'literal' as const } : {}
  const value: ScalarNode = { kind: 'scalar', tag: 'str', text, ...style, at: setBy(pair.valueAt, undefined) }
  return { key: setBy(pair.keyAt, undefined), value }
}
