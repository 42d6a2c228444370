import type { Place } from './place.ts'

/** A block of lines, which never wrap. Ends with a line break where the text does. */
export function writeLiteral(text: string, place: Place): string {
  const margin = ' '.repeat(place.indent)
  const lines = text.split(/(?<=[\n\u2028\u2029])/)
  const body = lines.map(line => (/^[\n\u2028\u2029]/.test(line) ? line : margin + line)).join('')
  return `|${literalHints(text)}\n${body}`
}

/** The indentation is spelt out when the text begins with white space; `-` and `+` say what its end is. */
function literalHints(text: string): string {
  const indentation = /^[ \n\u2028\u2029]/.test(text) ? '2' : ''
  if (!/[\n\u2028\u2029]$/.test(text)) return `${indentation}-`
  return /^.$|[\n\u2028\u2029].$/s.test(text) ? `${indentation}+` : indentation
}
