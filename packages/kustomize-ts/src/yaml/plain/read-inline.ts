import type { Node } from '../../model/node.ts'
import { type Cursor, endsLine, isAtEnd, nextLine } from './cursor.ts'
import { readFlow } from './read-flow.ts'
import { readLiteral } from './read-literal.ts'
import { makePlain, type Read, readQuoted } from './read-scalar.ts'

/** Not at the start of a plain scalar, as indicators or because they need a second look. */
const INDICATOR = /[,[\]{}#&*!|>'"%@`]|[-?:](?: |\n|$)/y
/** Up to a comment or the end of the line. */
const PLAIN = /[^\n]*?(?= *(?:\n|$)| +#)/y

/** The value that begins at `at`, below a key or dash in `column`; the cursor goes on behind its last line. */
export function readInline(cursor: Cursor, at: number, column: number): Node | undefined {
  const { text } = cursor
  const first = text[at]
  if (first === '|') return readLiteral(cursor, at, column)
  const read = first === '"' || first === "'" ? readQuoted(cursor, at) : readUnquoted(cursor, at)
  if (read === undefined || !endsLine(text, read.end)) return undefined
  nextLine(cursor, read.end)
  // Lines further in would go on with it.
  return isAtEnd(cursor) || cursor.column <= column ? read.node : undefined
}

function readUnquoted(cursor: Cursor, at: number): Read | undefined {
  const { text } = cursor
  if (text[at] === '{' || text[at] === '[') return readFlow(cursor, at, 0)
  INDICATOR.lastIndex = at
  if (INDICATOR.test(text)) return undefined
  PLAIN.lastIndex = at
  const plain = PLAIN.exec(text)?.[0] ?? ''
  if (plain === '' || plain.endsWith(':') || plain.includes(': ')) return undefined
  return { node: makePlain(cursor, at, plain), end: at + plain.length }
}
