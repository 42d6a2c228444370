import { foldText } from './fold-text.ts'
import { inspectText } from './inspect-text.ts'
import type { Place } from './place.ts'
import { resolvesToString } from './resolves-to-string.ts'
import { writeDoubleQuoted } from './write-double-quoted.ts'
import { writeLiteral } from './write-literal.ts'

/**
 * Letters, digits and signs that never need quotes, beyond the reach of the words that YAML 1.1 reserves. With an end,
 * as the engine keeps a place to go back to for each character: ten million of them exhaust its stack.
 */
const SAFE = /^[A-Za-z/_][A-Za-z0-9_./@=+-]{5,200}$/

/**
 * A string in the style that go-yaml v2 chooses: plain where it reads back as the same string, double-quoted where
 * YAML 1.1 would read something else, single-quoted where only indicators forbid plain, literal with line feeds.
 */
export function writeText(text: string, place: Place): string {
  if (isKnownWord(text)) return text
  const written = chooseStyle(text, place)
  if (written === text && isWord(text) && words.size < mostWords) words.add(text)
  return written
}

/** Whether a text is certain to stand plain wherever it is. */
export function isKnownWord(text: string): boolean {
  return SAFE.test(text) || (text.length <= longestWord && words.has(text))
}

/** Words that stand plain wherever they are, keys and the like, which come again and again. */
const words = new Set<string>()
const mostWords = 10_000
const longestWord = 40

/** Without a space there is no place to fold a text at. */
function isWord(text: string): boolean {
  return text.length <= longestWord && !text.includes(' ')
}

function chooseStyle(text: string, place: Place): string {
  const traits = inspectText(text)
  if (text.includes('\n')) {
    return traits.block && !place.isKey ? writeLiteral(text, place) : writeDoubleQuoted(text, place)
  }
  if (!resolvesToString(text)) return writeDoubleQuoted(text, place)
  if (traits.plain) return foldText(text, place.column, place)
  return traits.singleQuoted && !(place.isKey && traits.multiline)
    ? writeSingleQuoted(text, place)
    : writeDoubleQuoted(text, place)
}

function writeSingleQuoted(text: string, place: Place): string {
  return `'${foldText(text.replaceAll("'", "''"), place.column + 1, place)}'`
}
