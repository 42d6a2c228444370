import { expect, it } from 'vitest'
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
