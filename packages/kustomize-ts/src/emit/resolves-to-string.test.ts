import { describe, expect, it } from 'vitest'
import { readUnits } from '../testing/read-units.ts'
import { resolvesToString } from './resolves-to-string.ts'

it.each([
  ['yes', false],
  ['yeS', true],
  ['', false],
  ['0x1F', false],
  ['0xG', true],
  ['1_000', false],
  ['.5_0', false],
  ['._5', true],
  ['1:30', false],
  ['1:99', true],
  ['2020-02-30', true],
  ['2020-02-29', false],
  ['0b-1', false],
  ['<<', true],
])('%j is a string without quotes: %s', (text, expected) => {
  expect(resolvesToString(text)).toBe(expected)
})

interface Row {
  readonly val?: string
  readonly expected?: boolean
}

/** Named rows are texts that are no strings; the empty text is one to upstream's own question, but not printed plain. */
const rows = readUnits<Row>('kyaml/yaml/compatibility_test.go').filter(({ fields }) => fields.val !== '')
describe.skipIf(rows.length === 0)('the rows of kustomize for YAML 1.1', () => {
  it.each(rows)('$name $fields.val', ({ name, fields: { val, expected = true } }) => {
    expect(resolvesToString(val ?? name ?? '')).toBe(!expected)
  })
})
