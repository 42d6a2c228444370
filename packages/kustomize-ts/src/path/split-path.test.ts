import { describe, expect, it } from 'vitest'
import { readUnits } from '../testing/read-units.ts'
import { parseFieldPath } from './field-path.ts'
import { splitPath } from './split-path.ts'

describe('splitPath', () => {
  it.each([
    ['a/b', ['a', 'b']],
    ['/a', ['a']],
    ['a\\/b/c', ['a/b', 'c']],
    ['', ['']],
  ])('%j', (path, parts) => {
    expect(splitPath(path, '/')).toEqual(parts)
  })
})

interface Row {
  readonly path?: string
  readonly exp?: string[]
  readonly input?: string
  readonly expected?: string[]
}

const rows = readUnits<Row>('kyaml/utils/pathsplitter_test.go')
describe.skipIf(rows.length === 0)('the rows of kustomize for paths', () => {
  it.each(rows)('$test $name', ({ fields: { path, exp, input, expected } }) => {
    if (input === undefined) expect(splitPath(path ?? '', '/')).toEqual(exp)
    else expect(parseFieldPath(input)).toEqual(expected)
  })
})
