import type { MapEntry, Node } from '../../model/node.ts'
import { type Cursor, skipSpaces } from './cursor.ts'
import { readKey } from './read-key.ts'
import { makePlain, type Read, readQuoted } from './read-scalar.ts'

const maxDepth = 30
const KEY = /[A-Za-z0-9_./$][A-Za-z0-9_./$@+-]*(?=: )|(?:"[^"\\\n]*"|'[^'\n]*'(?!'))(?=:)/y
/** Up to what may follow a scalar in braces; what else stands there is for the parser of all of YAML. */
const PLAIN = /[A-Za-z0-9_./$-](?:[^,[\]{}:#\n"'\\ ]| +(?=[^,[\]{}:#\n"'\\ ]))*(?= *[,\]}])/y

/** A map or list in braces or brackets, all of it on one line. */
export function readFlow(cursor: Cursor, at: number, depth: number): Read | undefined {
  if (depth > maxDepth) return undefined
  return cursor.text[at] === '{' ? readFlowMap(cursor, at, depth) : readFlowList(cursor, at, depth)
}

function readFlowValue(cursor: Cursor, at: number, depth: number): Read | undefined {
  const first = cursor.text[at]
  if (first === '{' || first === '[') return readFlow(cursor, at, depth + 1)
  if (first === '"' || first === "'") return readQuoted(cursor, at)
  PLAIN.lastIndex = at
  const plain = PLAIN.exec(cursor.text)?.[0]
  if (plain === undefined || plain === '-' || plain.startsWith('- ')) return undefined
  return { node: makePlain(cursor, at, plain), end: at + plain.length }
}

function readFlowMap(cursor: Cursor, start: number, depth: number): Read | undefined {
  const { text } = cursor
  const entries = new Map<string, MapEntry>()
  let at = skipSpaces(text, start + 1)
  while (text[at] !== '}' || entries.size > 0) {
    KEY.lastIndex = at
    const length = KEY.exec(text)?.[0].length ?? 0
    const key = length === 0 ? undefined : readKey(text, at, length)
    const value = key === undefined ? undefined : readFlowValue(cursor, skipSpaces(text, at + length + 1), depth)
    if (key === undefined || value === undefined || entries.has(key)) return undefined
    entries.set(key, { key: cursor.locate(at), value: value.node })
    at = skipSpaces(text, value.end)
    if (text[at] === '}') break
    if (text[at] !== ',') return undefined
    at = skipSpaces(text, at + 1)
  }
  return { node: { kind: 'map', entries, at: cursor.locate(start), flow: true }, end: at + 1 }
}

function readFlowList(cursor: Cursor, start: number, depth: number): Read | undefined {
  const { text } = cursor
  const items: Node[] = []
  let at = skipSpaces(text, start + 1)
  while (text[at] !== ']' || items.length > 0) {
    const item = readFlowValue(cursor, at, depth)
    if (item === undefined) return undefined
    items.push(item.node)
    at = skipSpaces(text, item.end)
    if (text[at] === ']') break
    if (text[at] !== ',') return undefined
    at = skipSpaces(text, at + 1)
  }
  return { node: { kind: 'seq', items, at: cursor.locate(start), flow: true }, end: at + 1 }
}
