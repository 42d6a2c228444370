import { expect, it } from 'vitest'
import { parseDocuments } from '../yaml/parse-documents.ts'
import { findUnwritable } from './find-unwritable.ts'

const find = (text: string) => parseDocuments(text, '/f.yaml', { otherKeys: 'keep' }).documents.flatMap(findUnwritable)

it.each([
  ['a: .inf', 'number-not-finite', 4],
  ['a: .nan', 'number-not-finite', 4],
  ['a: "\\x7f"', 'control-character', 4],
  ['[[[b, "\\x80"]]]', 'control-character', 7],
  ['1: a', 'yaml-key-not-string', 1],
])('%s is refused at its place', (text, code, column) => {
  expect(find(text)).toMatchObject([{ code, severity: 'error', source: { line: 1, column } }])
})

it('numbers, times, line ends and tabs can be written', () => {
  expect(find('{ a: 1.5, b: [2026-01-02, true, ~], "c": "\\t\\n\\x85" }')).toEqual([])
})
