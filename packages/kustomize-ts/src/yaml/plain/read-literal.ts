import type { ScalarNode } from '../../model/node.ts'
import { type Cursor, nextLine } from './cursor.ts'

const HEADER = /\|(-?)\n/y

/** A literal block, `|` or `|-`, whose first line is not blank; `column` is that of the key or dash that has it. */
export function readLiteral(cursor: Cursor, at: number, column: number): ScalarNode | undefined {
  const { text } = cursor
  HEADER.lastIndex = at
  const header = HEADER.exec(text)
  if (header === null) return undefined
  const start = at + header[0].length
  const indentation = measureIndentation(text, start)
  if (indentation <= column) return undefined
  const lines: string[] = []
  let lineStart = start
  let end = start
  while (lineStart < text.length) {
    const lineEnd = text.indexOf('\n', lineStart)
    // Without a line end at the end of the file, it is for others to say whether the text has one.
    if (lineEnd < 0) return undefined
    const indent = measureIndentation(text, lineStart)
    const isBlank = lineStart + indent >= lineEnd
    if (!isBlank && indent < indentation) {
      if (indent > column) return undefined
      break
    }
    lines.push(text.slice(Math.min(lineStart + indentation, lineEnd), lineEnd))
    if (lines.at(-1) !== '') end = lines.length
    lineStart = lineEnd + 1
  }
  nextLine(cursor, lineStart - 1)
  const body = lines.slice(0, end).join('\n')
  return {
    kind: 'scalar',
    tag: 'str',
    text: header[1] === '-' ? body : `${body}\n`,
    style: 'literal',
    at: cursor.locate(at),
    content: cursor.locate(start + indentation),
  }
}

/** The number of spaces at the start of a line; none for a line that has nothing else. */
function measureIndentation(text: string, lineStart: number): number {
  let at = lineStart
  while (text[at] === ' ') at += 1
  return at - lineStart
}
