import { isUtf8 } from 'node:buffer'
import type { Diagnostic } from '../model/diagnostic.ts'

// What YAML 1.1 does not count as printable, and go-yaml refuses ("control characters are not allowed").
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is searched for
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/

/** A file's text, or the reason why it has none. */
export type DecodedText = { readonly text: string } | { readonly diagnostic: Diagnostic }

/**
 * The text of a file: UTF-8 without its byte order mark, lines ending in `\n`. Bytes that are no UTF-8, and control
 * characters (a binary file, most often), are one diagnostic at their place.
 */
export function decodeText(content: string | Uint8Array, file: string): DecodedText {
  const raw = typeof content === 'string' ? content : new TextDecoder('utf-8', { ignoreBOM: true }).decode(content)
  const text = raw.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  if (typeof content !== 'string' && !isUtf8(content)) {
    return refuse('yaml-encoding', 'the file is not valid UTF-8 from here on', text, text.indexOf('\uFFFD'), file)
  }
  const bad = unprintable.exec(text)
  if (bad === null) return { text }
  const code = bad[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return refuse('yaml-control-character', `YAML cannot have the control character U+${code}`, text, bad.index, file)
}

function refuse(code: string, message: string, text: string, offset: number, file: string): DecodedText {
  const before = text.slice(0, Math.max(0, offset)).split('\n')
  const source = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  const fix = 'save the file as UTF-8 text; binary content belongs into a configMapGenerator or secretGenerator'
  return { diagnostic: { code, severity: 'error', message, fix, source } }
}
