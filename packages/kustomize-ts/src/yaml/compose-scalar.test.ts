import { describe, expect, it } from 'vitest'
import { toValue } from '../node/to-value.ts'
import { parseOne } from '../testing/parse-one.ts'

describe('a block at the end of a file', () => {
  it.each([
    ['a: |\n  b', 'b'],
    ['a: |+\n  b', 'b'],
    ['a: >\n  b\n  c', 'b c'],
    ['a: |\n  b\n', 'b\n'],
    ['a: |\n  b\n  ', 'b\n'],
    ['a: |\n  b\n# c', 'b\n'],
    ['a: |\n  b\n  # c', 'b\n# c'],
    ['a: |', ''],
  ])('%j ends as it is written', (text, value) => {
    expect(toValue(parseOne(text))).toEqual({ a: value })
  })
})

it('an escaped slash is an error at its place', () => {
  expect(() => parseOne('a: "b\\/"')).toThrow(/yaml-escape.*"column":6/)
})
