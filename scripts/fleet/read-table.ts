import type { Path, Position } from 'kustomize-ts'
import { type Cell, parseCsv } from '../csv/parse-csv.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { readKey, type SettingsKey } from '../settings/read-key.ts'
import { writeClusterYaml } from './new-cluster.ts'

/** A cluster that is to be added, and where its user wrote each of its keys. */
export interface NewCluster {
  readonly name: string
  readonly text: string
  /** Where the user wrote a key, or the whole cluster: a place in a file, if there is one, and its name. */
  whereIs(path: Path | undefined): { readonly source?: Position; readonly name: string }
}

export interface ReadTable {
  readonly clusters: readonly NewCluster[]
  readonly diagnostics: readonly Diagnostic[]
}

type Column = SettingsKey | 'name'

/** The clusters in a table: the header names `name` and dotted keys of cluster.yaml, each row is a cluster. */
export function readTable(content: string, file: string): ReadTable {
  const { rows, diagnostics } = parseCsv(content, file)
  const [header, ...others] = rows
  if (diagnostics.length > 0) return { clusters: [], diagnostics }
  if (header === undefined) return { clusters: [], diagnostics: [emptyTable(file)] }
  const columns = readHeader(header, file)
  if ('diagnostics' in columns) return { clusters: [], diagnostics: columns.diagnostics }
  const read = others.map(row => readRow(row, columns.columns, header, file))
  const twice = findDuplicates(read.flatMap(({ cluster }) => cluster ?? []))
  return {
    clusters: read.flatMap(({ cluster }) => cluster ?? []),
    diagnostics: [...read.flatMap(one => one.diagnostics), ...twice],
  }
}

function readHeader(
  header: readonly Cell[],
  file: string,
): { columns: readonly Column[] } | { diagnostics: readonly Diagnostic[] } {
  const names = header.map(({ text }) => text.trim())
  const [only = '', other] = names
  const separator = other === undefined ? /[;\t|]/.exec(only)?.[0] : undefined
  if (separator !== undefined) return { diagnostics: [wrongSeparator(separator, file)] }
  const columns = names.map(name => (name === 'name' ? ('name' as const) : readKey(name)))
  const faults = header.flatMap((cell, index) => {
    const column = columns[index]
    if (names.indexOf(names[index] ?? '') < index)
      return [problem('csv-header', file, cell, `the column "${names[index]}" stands here again`, 'keep one of them')]
    return typeof column === 'object' && 'problem' in column
      ? [problem('csv-header', file, cell, column.problem, column.fix)]
      : []
  })
  const [first] = header
  if (!names.includes('name') && first)
    faults.push(
      problem(
        'csv-header',
        file,
        first,
        'no column is called "name"',
        'add one with the path of each cluster below clusters/, such as kanto/shibuya',
      ),
    )
  return faults.length > 0 ? { diagnostics: faults } : { columns: columns as readonly Column[] }
}

function readRow(
  row: readonly Cell[],
  columns: readonly Column[],
  header: readonly Cell[],
  file: string,
): { cluster?: NewCluster; diagnostics: readonly Diagnostic[] } {
  const [first] = row
  if (first === undefined) return { diagnostics: [] }
  if (row.length !== columns.length) {
    const at = row[columns.length] ?? row.at(-1) ?? first
    const message = `the row has ${row.length} fields, and the header ${columns.length}`
    return {
      diagnostics: [
        problem('csv-columns', file, at, message, 'write one field a column; put a field with commas in quotes'),
      ],
    }
  }
  const nameCell = row[columns.indexOf('name')] ?? first
  const name = nameCell.text.trim()
  if (!/^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\/[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(name)) {
    const message = `row ${nameCell.line}, column name: ${JSON.stringify(name)} is no cluster name`
    return {
      diagnostics: [
        problem(
          'cluster-name',
          file,
          nameCell,
          message,
          'write a path below clusters/ of a-z, 0-9 and -, such as kanto/shibuya',
        ),
      ],
    }
  }
  const fields = columns.flatMap((column, index) => {
    const cell = row[index]
    const isEmpty = cell === undefined || cell.text.trim() === ''
    return column === 'name' || isEmpty
      ? []
      : [{ path: column.path, value: column.toValue(cell.text.trim()), cell, title: header[index]?.text }]
  })
  const whereIs = (path: Path = []) => {
    const found = fields.find(field => field.path.every((step, index) => step === path[index]))
    const { line, column } = found?.cell ?? nameCell
    return { source: { file, line, column }, name: `row ${line}, column ${found?.title ?? 'name'}` }
  }
  const text = writeClusterYaml(
    name,
    fields.map(({ path, value }) => [path, value]),
  )
  return { cluster: { name, text, whereIs }, diagnostics: [] }
}

function findDuplicates(clusters: readonly NewCluster[]): readonly Diagnostic[] {
  const first = new Map<string, NewCluster>()
  return clusters.flatMap(cluster => {
    const known = first.get(cluster.name)
    if (known === undefined) first.set(cluster.name, cluster)
    if (known === undefined) return []
    const { source, name } = cluster.whereIs([])
    const message = `${name}: the cluster "${cluster.name}" stands in ${known.whereIs([]).name} already`
    return source === undefined ? [] : [problem('csv-duplicate', source.file, source, message, 'keep one of them')]
  })
}

function wrongSeparator(separator: string, file: string): Diagnostic {
  const message = `the fields stand between ${JSON.stringify(separator)}`
  return problem('csv-header', file, { line: 1, column: 1 }, message, 'save the table with commas between its fields')
}

function emptyTable(file: string): Diagnostic {
  return problem(
    'csv-header',
    file,
    { line: 1, column: 1 },
    'the file is empty',
    'write a header, such as name,site.id,address, and a row for each cluster',
  )
}

function problem(
  code: string,
  file: string,
  { line, column }: Pick<Cell, 'line' | 'column'>,
  message: string,
  fix: string,
): Diagnostic {
  return { code, severity: 'error', message, fix, source: { file, line, column } }
}
