import { type CharacterSet, posixClass } from './character-set.ts'
import { type Cursor, isAtEnd, skip, take, takeCode } from './cursor.ts'
import { parseCharacterEscape, parseClassEscape } from './parse-escape.ts'
import { SyntaxFault } from './syntax.ts'

/** A set in brackets. The cursor stands behind the opening one. */
export function parseSet(cursor: Cursor): CharacterSet {
  const isNegated = skip(cursor, '^')
  const parts: CharacterSet[] = []
  do parts.push(parsePart(cursor))
  while (!skip(cursor, ']'))
  const set = {
    ranges: parts.flatMap(part => part.ranges ?? []),
    classes: parts.flatMap(part => part.classes ?? []),
    lackedBy: parts.flatMap(part => part.lackedBy ?? []),
  }
  return isNegated ? { lackedBy: [set] } : set
}

function parsePart(cursor: Cursor): CharacterSet {
  const posix = take(cursor, /\[:(\^?[a-z]+):\]/y)
  if (posix) return posixClass(posix[1] ?? '')
  const named = parseClassEscape(cursor)
  if (named) return named
  const first = parseCharacter(cursor)
  const hasEnd = take(cursor, /-(?=[^\]])/y)
  const last = hasEnd ? parseCharacter(cursor) : first
  if (last < first) throw new SyntaxFault('a range in brackets ends before it begins')
  return { ranges: [[first, last]] }
}

function parseCharacter(cursor: Cursor): number {
  if (isAtEnd(cursor)) throw new SyntaxFault('a bracket [ is not closed')
  return cursor.text.charAt(cursor.at) === '\\' ? parseCharacterEscape(cursor) : takeCode(cursor)
}
