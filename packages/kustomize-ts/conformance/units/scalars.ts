import { resolvesToString } from '../../src/emit/resolves-to-string.ts'
import type { UnitSuite } from '../unit-suite.ts'

export const scalars: UnitSuite<{ readonly val?: string; readonly expected?: boolean }> = {
  sources: ['kyaml/yaml/compatibility_test.go'],
  except: ({ fields }) => (fields.val === '' ? 'the empty text is a string, but it is not printed plain' : undefined),
  // Rows with a name are texts that are no strings.
  judge: ({ name, fields: { val, expected = true } }) => ({
    expected: !expected,
    actual: resolvesToString(val ?? name ?? ''),
  }),
}
