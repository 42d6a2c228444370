import { BEST_WIDTH, type Place } from './place.ts'

/**
 * The text of a plain or single-quoted scalar, with its long lines ended. Line and paragraph separators stay as they
 * are, but go-yaml indents what follows them: to YAML 1.1 they are line breaks.
 */
export function foldText(text: string, column: number, place: Place): string {
  if (!/[\u2028\u2029]/.test(text)) return foldLine(text, column, place)
  const [first = '', ...rest] = text.split(/(?<=[\u2028\u2029])/)
  const margin = ' '.repeat(place.indent)
  const indented = rest.map(line =>
    /^[\u2028\u2029]/.test(line) ? line : margin + foldLine(line, place.indent, place),
  )
  return foldLine(first, column, place) + indented.join('')
}

/** Ends a line at a single space once it is long enough. All characters count as one column. */
function foldLine(text: string, startColumn: number, place: Place): string {
  if (place.isKey || startColumn + text.length <= BEST_WIDTH) return text
  let out = ''
  let column = startColumn
  for (let i = 0; i < text.length; i++) {
    if (column > BEST_WIDTH && isLoneSpace(text, i)) {
      out += `\n${' '.repeat(place.indent)}`
      column = place.indent
    } else {
      out += text.charAt(i)
      column += 1
    }
  }
  return out
}

/** A space between two words. */
function isLoneSpace(text: string, index: number): boolean {
  if (text.charCodeAt(index) !== 0x20 || index === 0 || index === text.length - 1) return false
  return text.charCodeAt(index - 1) !== 0x20 && text.charCodeAt(index + 1) !== 0x20
}
