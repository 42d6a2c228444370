import { parseFieldPath } from '../../src/path/field-path.ts'
import { splitPath } from '../../src/path/split-path.ts'
import type { UnitSuite } from '../unit-suite.ts'

interface Row {
  readonly path?: string
  readonly exp?: readonly string[]
  readonly input?: string
  readonly expected?: readonly string[]
}

export const paths: UnitSuite<Row> = {
  sources: ['kyaml/utils/pathsplitter_test.go'],
  except: () => undefined,
  judge: ({ fields: { path = '', exp, input, expected } }) =>
    input === undefined ? { expected: exp, actual: splitPath(path, '/') } : { expected, actual: parseFieldPath(input) },
}
