import type { Position } from 'kustomize-ts'
import { type Assertion, parts } from './assertion.ts'
import { blameDenial, blamePermit } from './blame.ts'
import { allPorts, noPorts, parsePorts, subtractPorts } from './port-set.ts'
import type { WrittenCell, WrittenSection } from './read-document.ts'
import type { Cell, Table } from './table.ts'

/** What is written down otherwise than it is. */
export interface Difference {
  readonly units: readonly string[]
  /** The line to change: of a policy, or of the document where no policy is the cause. */
  readonly place: Position
  readonly message: string
  /** Where the document says so. */
  readonly written: Position
}

/** Both ways: every cell that the manifests give, every one that is written, and every name of either. */
export function compare(
  assertions: readonly Assertion[],
  sections: readonly WrittenSection[],
  { start, isWhole }: { readonly start: Position; readonly isWhole: boolean },
): readonly Difference[] {
  const byName = new Map<string, WrittenSection>()
  for (const section of sections)
    for (const name of section.names.keys()) byName.set(keyOf(section.part, name), section)
  const known = new Map<Table, Map<WrittenSection, readonly Difference[]>>()
  const used = new Set<string>()
  const found = assertions.flatMap(({ part, names, units, table }) => {
    const key = names.map(name => keyOf(part, name)).find(one => byName.has(one))
    const section = byName.get(key ?? '')
    if (key === undefined || section === undefined)
      return [{ ...inDocument(start, `no table under "${part}" is for "${names.at(-1)}"`), units }]
    used.add(key)
    const bySection = known.get(table) ?? new Map<WrittenSection, readonly Difference[]>()
    known.set(table, bySection)
    const differences = bySection.get(section) ?? compareTable(table, section)
    bySection.set(section, differences)
    return differences.map(difference => ({ ...difference, units }))
  })
  return isWhole ? [...found, ...sections.flatMap(section => findUnused(section, used))] : found
}

function keyOf(part: string, name: string): string {
  return `${part}\n${name}`
}

function findUnused({ part, names, place }: WrittenSection, used: ReadonlySet<string>): readonly Difference[] {
  if (!parts.some(one => one === part))
    return [inDocument(place, `"${part}" is no part of this document: they are ${parts.join(', ')}`)]
  if (names.size === 0) return [inDocument(place, 'nothing says which clusters this table is for')]
  return [...names]
    .filter(([name]) => !used.has(keyOf(part, name)))
    .map(([name, at]) => inDocument(at, `this table is for "${name}", which the repository does not have`))
}

function compareTable(table: Table, section: WrittenSection): readonly Difference[] {
  if (table.rows.size === 0 && section.rows.size === 0) return []
  const columns = new Map(section.columns.map(({ text }, index) => [text, index]))
  const extra = [
    ...[...section.rows].filter(([name]) => !table.rows.has(name)).map(([text, [cell]]) => ({ text, cell })),
    ...section.columns.filter(({ text }) => !table.columns.includes(text)).map(cell => ({ text: cell.text, cell })),
  ]
  const missing = [...table.rows.keys()].filter(name => !section.rows.has(name))
  const missingColumns = table.columns.filter(name => !columns.has(name))
  return [
    ...extra.map(({ text, cell }) => inDocument(cell?.place ?? section.place, `the manifests have no "${text}"`)),
    ...missing.map(name => inDocument(section.place, `the table has no line "${name}"`)),
    ...missingColumns.map(name => inDocument(section.place, `the table has no column "${name}"`)),
    ...[...table.rows].flatMap(([row, cells]) =>
      cells.flatMap((cell, index) => {
        const column = table.columns[index + 1] ?? ''
        const written = section.rows.get(row)?.[columns.get(column) ?? Number.NaN]
        return written === undefined || written.text === cell.text ? [] : [describe({ row, column, cell, written })]
      }),
    ),
  ]
}

/** A difference of which no policy is the cause. */
function inDocument(place: Position, message: string): Difference {
  return { units: [], place, written: place, message }
}

interface Mismatch {
  readonly row: string
  readonly column: string
  readonly cell: Cell
  readonly written: WrittenCell
}

function describe({ row, column, cell, written }: Mismatch): Difference {
  const message = `${row} → ${column}: the manifests say ${cell.text}, the table says ${written.text || 'nothing'}`
  return { units: [], place: cell.place ?? blame(cell, written) ?? written.place, written: written.place, message }
}

/** What is permitted and not written counts before what is written and not permitted. */
function blame({ ways, text }: Cell, written: WrittenCell): Position | undefined {
  const actual = parsePorts(text) ?? (text === 'no' ? noPorts : allPorts)
  const expected = parsePorts(written.text) ?? (written.text === 'yes' ? allPorts : noPorts)
  const extra = subtractPorts(actual, expected)
  return extra.length > 0 ? blamePermit(ways, extra) : blameDenial(ways, subtractPorts(expected, actual))
}
