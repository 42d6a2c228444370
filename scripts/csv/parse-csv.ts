import type { Diagnostic } from '../model/diagnostic.ts'

/** One field, and the place of its first character. Lines and columns start at 1. */
export interface Cell {
  readonly text: string
  readonly line: number
  readonly column: number
}

export interface ParsedCsv {
  /** All rows, the header included; empty lines are left out. */
  readonly rows: readonly (readonly Cell[])[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Comma-separated values as RFC 4180 has them: fields in quotes may hold commas, line breaks and doubled quotes; lines
 * end with CRLF, LF or CR; a byte order mark is passed over. Stops at the first fault, which is the only diagnostic then.
 */
export function parseCsv(content: string, file: string): ParsedCsv {
  const text = content.startsWith('\uFEFF') ? content.slice(1) : content
  const rows: Cell[][] = []
  let row: Cell[] = []
  let [offset, line, lineStart] = [0, 1, 0]
  while (offset < text.length) {
    const cell = readCell(text, offset)
    if ('problem' in cell) return { rows, diagnostics: [fault(cell.problem, cell.offset)] }
    row.push({ text: cell.text, line, column: offset - lineStart + 1 })
    advanceLines(offset, cell.end)
    offset = cell.end
    const ending = /,|\r\n?|\n/y
    ending.lastIndex = offset
    const [end = ''] = ending.exec(text) ?? []
    offset += end.length
    if (end === ',' && offset < text.length) continue
    if (end === ',') row.push({ text: '', line, column: offset - lineStart + 1 })
    if (row.length > 1 || row[0]?.text !== '') rows.push(row)
    row = []
    if (end !== ',') [line, lineStart] = [line + 1, offset]
  }
  return { rows, diagnostics: [] }

  /** Line breaks inside of quotes. */
  function advanceLines(from: number, to: number): void {
    for (const { 0: end, index } of text.slice(from, to).matchAll(/\r\n?|\n/g))
      [line, lineStart] = [line + 1, from + index + end.length]
  }

  function fault(message: string, at: number): Diagnostic {
    advanceLines(offset, at)
    const source = { file, line, column: at - lineStart + 1 }
    const fix = 'put a field with quotes, commas or line breaks in quotes, and double the quotes in it'
    return { code: 'csv-quotes', severity: 'error', message, fix, source }
  }
}

type ReadCell = { readonly text: string; readonly end: number } | { readonly problem: string; readonly offset: number }

function readCell(text: string, start: number): ReadCell {
  return text[start] === '"' ? readQuoted(text, start) : readPlain(text, start)
}

function readPlain(text: string, start: number): ReadCell {
  const plain = /[^,"\r\n]*/y
  plain.lastIndex = start
  const [found = ''] = plain.exec(text) ?? []
  const end = start + found.length
  return text[end] === '"' ? { problem: 'a quote stands in the middle of a field', offset: end } : { text: found, end }
}

function readQuoted(text: string, start: number): ReadCell {
  const quoted = /"((?:[^"]|"")*)"/y
  quoted.lastIndex = start
  const found = quoted.exec(text)
  if (found === null) return { problem: 'the quote that opens this field is never closed', offset: start }
  const end = start + found[0].length
  if (end < text.length && !/[,\r\n]/.test(text.charAt(end)))
    return { problem: 'text follows the quote that closes a field', offset: end }
  return { text: (found[1] ?? '').replaceAll('""', '"'), end }
}
