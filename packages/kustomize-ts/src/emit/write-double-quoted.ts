import { isBreak, isPrintable } from './characters.ts'
import { BEST_WIDTH, type Place } from './place.ts'

const NAMED_ESCAPES: ReadonlyMap<number, string> = new Map([
  [0x00, '0'],
  [0x07, 'a'],
  [0x08, 'b'],
  [0x09, 't'],
  [0x0a, 'n'],
  [0x0b, 'v'],
  [0x0c, 'f'],
  [0x0d, 'r'],
  [0x1b, 'e'],
  [0x22, '"'],
  [0x5c, '\\'],
  [0x85, 'N'],
  [0xa0, '_'],
  [0x2028, 'L'],
  [0x2029, 'P'],
])

/** With every character escaped that is not printable; may end a long line at a space. */
export function writeDoubleQuoted(text: string, place: Place): string {
  // go-yaml looks for the byte order mark at the start of the text whichever character it is at.
  const escapeAll = text.startsWith('\uFEFF')
  const characters = Array.from(text)
  let out = '"'
  let column = place.column + 1
  let afterSpace = false
  for (const [i, character] of characters.entries()) {
    const next = characters[i + 1]
    if (escapeAll || needsEscape(character)) {
      const escaped = escapeCharacter(character)
      out += escaped
      column += escaped.length
      afterSpace = false
    } else if (character === ' ' && !place.isKey && !afterSpace && column > BEST_WIDTH && i > 0 && next !== undefined) {
      out += `\n${' '.repeat(place.indent)}${next === ' ' ? '\\' : ''}`
      column = place.indent + (next === ' ' ? 1 : 0)
      afterSpace = true
    } else {
      out += character
      column += 1
      afterSpace = character === ' '
    }
  }
  return `${out}"`
}

function needsEscape(character: string): boolean {
  const code = character.charCodeAt(0)
  return !isPrintable(code) || isBreak(code) || code === 0x22 || code === 0x5c
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const name = NAMED_ESCAPES.get(code)
  if (name !== undefined) return `\\${name}`
  const digits = code.toString(16).toUpperCase()
  if (code <= 0xff) return `\\x${digits.padStart(2, '0')}`
  return code <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`
}
