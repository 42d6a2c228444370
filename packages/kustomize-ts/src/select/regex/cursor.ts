/** A place in the text of an expression that moves on as it is parsed. */
export interface Cursor {
  readonly text: string
  at: number
}

/** Whether the text goes on with this; moves behind it if so. */
export function skip(cursor: Cursor, expected: string): boolean {
  if (!cursor.text.startsWith(expected, cursor.at)) return false
  cursor.at += expected.length
  return true
}

/** What the sticky expression matches here; moves behind it. */
export function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = cursor.at
  const match = pattern.exec(cursor.text)
  if (match) cursor.at += match[0].length
  return match ?? undefined
}

/** The code point here; moves behind it. */
export function takeCode(cursor: Cursor): number {
  const code = cursor.text.codePointAt(cursor.at) ?? 0
  cursor.at += code > 0xffff ? 2 : 1
  return code
}

export function isAtEnd(cursor: Cursor): boolean {
  return cursor.at >= cursor.text.length
}
