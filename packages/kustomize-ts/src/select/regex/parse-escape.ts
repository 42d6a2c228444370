import { type CharacterSet, perlClass, unicodeClass } from './character-set.ts'
import { type Cursor, take, takeCode } from './cursor.ts'
import { SyntaxFault } from './syntax.ts'

const CONTROLS: Readonly<Record<string, number>> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 }

/** A class behind a backslash, such as `\d` or `\pL`. The cursor stands before the backslash. */
export function parseClassEscape(cursor: Cursor): CharacterSet | undefined {
  const unicode = take(cursor, /\\([pP])(?:\{([^}]*)\}|([^{]))/y)
  if (unicode) return unicodeClass(unicode[2] ?? unicode[3] ?? '', unicode[1] === 'P')
  const perl = take(cursor, /\\([dDsSwW])/y)
  return perl && perlClass(perl[1] ?? '')
}

/** A single character behind a backslash. The cursor stands before the backslash. */
export function parseCharacterEscape(cursor: Cursor): number {
  cursor.at += 1
  const octal = take(cursor, /0[0-7]{0,2}|[1-7][0-7]{1,2}/y)
  if (octal) return Number.parseInt(octal[0], 8)
  const hexadecimal = take(cursor, /x(?:\{([\da-fA-F]+)\}|([\da-fA-F]{2}))/y)
  if (hexadecimal) return checkCode(Number.parseInt(hexadecimal[1] ?? hexadecimal[2] ?? '', 16))
  const control = take(cursor, /[aftnrv]/y)
  if (control) return CONTROLS[control[0]] ?? 0
  const code = takeCode(cursor)
  if (code === 0 || code > 0x7f || /[\dA-Za-z]/.test(String.fromCharCode(code))) {
    throw new SyntaxFault(`\\${code === 0 ? '' : String.fromCodePoint(code)} means nothing`)
  }
  return code
}

function checkCode(code: number): number {
  if (code > 0x10ffff) throw new SyntaxFault('a character has no such number')
  return code
}
