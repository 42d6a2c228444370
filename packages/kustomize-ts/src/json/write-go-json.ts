import { roundTrip } from '../emit/round-trip.ts'
import type { Node, ScalarNode } from '../model/node.ts'
import { parseDecimal, parseInteger } from '../yaml/number.ts'
import { parseBoolean } from '../yaml/resolve-tag.ts'
import { printTimestamp } from '../yaml/timestamp.ts'

/**
 * JSON as Go's encoder writes it: keys sorted by their bytes, `<`, `>` and `&` escaped, on one line or (with an
 * indentation, as `json.MarshalIndent`) on many.
 */
export function writeGoJson(node: Node, indentation = ''): string {
  return writeValue(node, indentation, '\n')
}

function writeValue(node: Node, indentation: string, lineStart: string): string {
  if (node.kind === 'scalar') return writeScalar(node)
  const inner = lineStart + indentation
  if (node.kind === 'seq') {
    return wrap(
      '[',
      ']',
      node.items.map(item => writeValue(item, indentation, inner)),
      indentation,
      lineStart,
    )
  }
  const keys = [...node.entries.keys()].sort(compareBytes)
  const colon = indentation === '' ? ':' : ': '
  const entries = keys.map(key => {
    const value = node.entries.get(key)?.value
    return writeGoString(key) + colon + (value === undefined ? 'null' : writeValue(value, indentation, inner))
  })
  return wrap('{', '}', entries, indentation, lineStart)
}

function wrap(open: string, close: string, parts: readonly string[], indentation: string, lineStart: string): string {
  if (parts.length === 0) return open + close
  if (indentation === '') return open + parts.join(',') + close
  const inner = lineStart + indentation
  return open + inner + parts.join(`,${inner}`) + lineStart + close
}

/** What stands in braces has been through go-yaml's flow style. */
function writeScalar(scalar: ScalarNode): string {
  const { tag, text } = roundTrip(scalar, true)
  if (tag === 'null') return 'null'
  if (tag === 'bool') return String(parseBoolean(text))
  if (tag === 'str') return writeGoString(text)
  if (tag === 'timestamp') return writeGoString(printTimestamp(text))
  return parseInteger(text)?.toString() ?? String(parseDecimal(text) ?? Number(text))
}

/** A string in quotes, escaped as Go escapes it. */
function writeGoString(text: string): string {
  const json = JSON.stringify(text).replaceAll('\\b', '\\u0008').replaceAll('\\f', '\\u000c')
  return json.replace(/[<>&\u2028\u2029]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
