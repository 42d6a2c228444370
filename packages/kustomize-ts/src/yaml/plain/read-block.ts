import type { MapEntry, Node } from '../../model/node.ts'
import { type Cursor, endsLine, isAtEnd, nextLine, skipSpaces } from './cursor.ts'
import { readInline } from './read-inline.ts'
import { measureKey, readKey } from './read-key.ts'

/** Deeper than nearly all manifests, and far from the end of the stack. */
const maxDepth = 60

/** The map or list whose first line the cursor is at. */
export function readBlock(cursor: Cursor, depth: number): Node | undefined {
  if (depth > maxDepth) return undefined
  return isDash(cursor.text, cursor.at) ? readList(cursor, depth) : readMap(cursor, depth)
}

function isDash(text: string, at: number): boolean {
  const next = text[at + 1]
  return text[at] === '-' && (next === ' ' || next === '\n' || next === undefined)
}

function readMap(cursor: Cursor, depth: number): Node | undefined {
  const { text, column } = cursor
  const at = cursor.locate(cursor.at)
  const entries = new Map<string, MapEntry>()
  while (!isAtEnd(cursor) && cursor.column === column) {
    const length = measureKey(text, cursor.at)
    const key = length === 0 ? undefined : readKey(text, cursor.at, length)
    if (key === undefined || entries.has(key)) return undefined
    const keyAt = cursor.locate(cursor.at)
    const value = readValue(cursor, cursor.at + length + 1, column, depth)
    if (value === undefined) return undefined
    entries.set(key, { key: keyAt, value })
  }
  return isAtEnd(cursor) || cursor.column < column ? { kind: 'map', entries, at } : undefined
}

/** What stands behind a key's colon, in its line or below. A list may stand in the key's own column. */
function readValue(cursor: Cursor, from: number, column: number, depth: number): Node | undefined {
  const { text } = cursor
  if (!endsLine(text, from)) return readInline(cursor, skipSpaces(text, from), column)
  nextLine(cursor, from)
  if (isAtEnd(cursor) || cursor.column < column) return undefined
  return cursor.column > column || isDash(text, cursor.at) ? readBlock(cursor, depth + 1) : undefined
}

function readList(cursor: Cursor, depth: number): Node | undefined {
  const { text, column } = cursor
  const at = cursor.locate(cursor.at)
  const items: Node[] = []
  while (!isAtEnd(cursor) && cursor.column === column && isDash(text, cursor.at)) {
    const item = readItem(cursor, cursor.at + 1, column, depth)
    if (item === undefined) return undefined
    items.push(item)
  }
  return isAtEnd(cursor) || cursor.column <= column ? { kind: 'seq', items, at } : undefined
}

/** A map or list may begin in the line of the dash; its column is then where it begins. */
function readItem(cursor: Cursor, from: number, column: number, depth: number): Node | undefined {
  const { text } = cursor
  if (endsLine(text, from)) {
    nextLine(cursor, from)
    return isAtEnd(cursor) || cursor.column <= column ? undefined : readBlock(cursor, depth + 1)
  }
  const at = skipSpaces(text, from)
  if (!isDash(text, at) && measureKey(text, at) === 0) return readInline(cursor, at, column)
  cursor.column += at - cursor.at
  cursor.at = at
  return readBlock(cursor, depth + 1)
}
