import { CST, Lexer } from 'yaml'

/** Deeper than any manifest; go-yaml itself stops at 10,000, which no recursive program survives. */
export const maxDepth = 500

/**
 * The offset at which a text goes deeper than {@link maxDepth}. Asked before the text is parsed: parsers call
 * themselves for each level, and where the stack ends while V8 compiles a regular expression, the process dies.
 */
export function findTooDeep(text: string): number | undefined {
  return findDeepBlock(text) ?? (countOpen(text) > maxDepth ? findDeepFlow(text) : undefined)
}

const LINE = /^( *)((?:[-?] +)*)(?=[^\s#])/gm

/** Each level of a block has a column of its own, and so has each of several dashes in a line. */
function findDeepBlock(text: string): number | undefined {
  const columns: number[] = []
  for (const { index, 0: whole, 1: indentation = '', 2: dashes = '' } of text.matchAll(LINE)) {
    while ((columns.at(-1) ?? -1) >= indentation.length) columns.pop()
    columns.push(indentation.length)
    if (columns.length + dashes.split(/ +/).length > maxDepth) return index + whole.length
    if (dashes !== '') columns.push(whole.length)
  }
  return undefined
}

/** How many braces and brackets are open at once at most, those in quotes and blocks of text among them. */
function countOpen(text: string): number {
  let open = 0
  let most = 0
  for (const { 0: bracket } of text.matchAll(/[[\]{}]/g)) {
    open = bracket === '[' || bracket === '{' ? open + 1 : Math.max(0, open - 1)
    most = Math.max(most, open)
  }
  return most
}

function findDeepFlow(text: string): number | undefined {
  let open = 0
  let offset = 0
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token)
    if (type === 'flow-map-start' || type === 'flow-seq-start') open += 1
    if (type === 'flow-map-end' || type === 'flow-seq-end') open -= 1
    if (open > maxDepth) return offset
    // The lexer's own marks, of documents, plain scalars and the like, are not part of the text.
    if (!isMark(token)) offset += token.length
  }
  return undefined
}

function isMark(token: string): boolean {
  return token === CST.DOCUMENT || token === CST.FLOW_END || token === CST.SCALAR
}
