import type { Position } from 'kustomize-ts'

/** A table of docs/reachability.md as it stands there. */
export interface WrittenSection {
  readonly part: string
  /** Whom it is for, each with its place. */
  readonly names: ReadonlyMap<string, Position>
  readonly columns: readonly WrittenCell[]
  readonly rows: ReadonlyMap<string, readonly WrittenCell[]>
  readonly place: Position
}

export interface WrittenCell {
  readonly text: string
  readonly place: Position
}

/** The tables of the document: under a heading of the second level for the part, and one of the third for each table. */
export function readDocument(text: string, file: string): readonly WrittenSection[] {
  const sections: Draft[] = []
  let part = ''
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const place = { file, line: index + 1, column: 1 }
    const [, marks, title = ''] = /^(##|###) +(.*?) *$/.exec(line) ?? []
    if (marks === '##') part = title
    if (marks === '###') sections.push({ part, place, names: new Map(), lines: [] })
    const section = sections.at(-1)
    const [, name] = /^- `([^`]+)`/.exec(line) ?? []
    if (name !== undefined) section?.names.set(name, { ...place, column: 4 })
    if (line.startsWith('|')) section?.lines.push(readCells(line, place))
  }
  return sections.map(finish)
}

interface Draft extends Pick<WrittenSection, 'part' | 'place'> {
  readonly names: Map<string, Position>
  readonly lines: (readonly WrittenCell[])[]
}

function readCells(line: string, place: Position): readonly WrittenCell[] {
  const cells = line
    .replace(/\|\s*$/, '')
    .slice(1)
    .split('|')
  let column = 2
  return cells.map(cell => {
    const start = column + cell.length - cell.trimStart().length
    column += cell.length + 1
    return { text: cell.trim(), place: { ...place, column: start } }
  })
}

/** The line of dashes below the columns says nothing. */
function finish({ lines, ...section }: Draft): WrittenSection {
  const [columns = [], , ...rows] = lines
  return { ...section, columns, rows: new Map(rows.map(cells => [cells[0]?.text ?? '', cells])) }
}
