import { expect, it } from 'vitest'
import { findBadTab } from './find-bad-tab.ts'

it.each([
  ['on a line of its own', 'a: "b"\n\t\nc: d\n', 7],
  ['behind spaces on such a line', 'a:\n- "b"\n  \t\n', 11],
  ['before a comment', 'a: b # c\n\t# d\n', 9],
  ['below plain text, no further in than its map', 'a: b\n\t\nc: d\n', 5],
  ['at the start of a block', 'a: |\n  \tb\n', 7],
  ['in the indentation of a block', 'a: |\n  b\n\t\n', 9],
])('finds a tab %s', (_, text, offset) => {
  expect(findBadTab(text)).toBe(offset)
})

it.each([
  ['behind a value', 'a: b\t\nc: d\n'],
  ['below plain text, further in', 'a: b\n  \t\nc: d\n'],
  ['in quotes', 'a: "b\n \tc"\n'],
  ['in flow style', 'a: {b: 1,\n\tc: 2}\n'],
  ['in a block', 'a: |\n  b\n  \tc\n'],
])('passes over a tab %s', (_, text) => {
  expect(findBadTab(text)).toBeUndefined()
})
