import type { Locate } from '../locate.ts'
import type { Dialect } from '../resolve-tag.ts'

/** Where the reader of a plain document is. Undefined as an answer, here and below, means: not plain after all. */
export interface Cursor {
  readonly text: string
  readonly locate: Locate
  readonly dialect: Dialect
  /** Where the line begins that is to be read next, or where its rest does; the end of the text behind the last one. */
  at: number
  /** The column of what begins there. */
  column: number
}

export function createCursor(text: string, start: number, locate: Locate, dialect: Dialect): Cursor {
  const cursor: Cursor = { text, locate, dialect, at: 0, column: 0 }
  moveToContent(cursor, start)
  return cursor
}

export function isAtEnd(cursor: Cursor): boolean {
  return cursor.at >= cursor.text.length
}

/** Goes on behind the line that has `offset`, passing over blank lines and comments. */
export function nextLine(cursor: Cursor, offset: number): void {
  const end = cursor.text.indexOf('\n', offset)
  moveToContent(cursor, end < 0 ? cursor.text.length : end + 1)
}

const SPACES = / */y
const NOTHING = / *(?:#[^\n]*)?(?:\n|$)/y

function moveToContent(cursor: Cursor, lineStart: number): void {
  const { text } = cursor
  let start = lineStart
  while (start < text.length) {
    NOTHING.lastIndex = start
    const nothing = NOTHING.exec(text)
    if (nothing === null) break
    start += nothing[0].length
  }
  cursor.at = skipSpaces(text, start)
  cursor.column = cursor.at - start
}

export function skipSpaces(text: string, at: number): number {
  SPACES.lastIndex = at
  return at + (SPACES.exec(text)?.[0].length ?? 0)
}

const REST = / *(?: #[^\n]*)?(?=\n|$)/y

/** Whether nothing but a comment stands between `at` and the end of its line. */
export function endsLine(text: string, at: number): boolean {
  REST.lastIndex = at
  return REST.test(text)
}
