import { describe, expect, it } from 'vitest'
import { nodeAt } from '../node/node-at.ts'
import { toValue } from '../node/to-value.ts'
import { parseOne } from '../testing/parse-one.ts'
import { indentContinuations } from './indent-continuations.ts'

describe('lines that only go-yaml allows', () => {
  it.each([
    ['quoted text below its key', 's:\n  a: "b\n  c"\n  d: e\n', { s: { a: 'b c', d: 'e' } }],
    ['quoted text in the first column', "a: 'b\nc'\n", { a: 'b c' }],
    ['items of a list in brackets', "s:\n  a: ['x',\n  'y']\n", { s: { a: ['x', 'y'] } }],
    ['braces in the first column', 's:\n- {a: 1,\nb: 2}\n- [\n]\n', { s: [{ a: 1, b: 2 }, []] }],
    [
      'beside a block and comments',
      's:\n- a: |\n    "x\n  b: {\n  c: 1 # "y\n}\n',
      { s: [{ a: '"x\n', b: { c: 1 } }] },
    ],
    [
      'with quotes in plain text',
      "a: it's\nb: [x\n]\nc: d#e 'f\ng: ['\nh']\n",
      { a: "it's", b: ['x'], c: "d#e 'f", g: [' h'] },
    ],
  ])('%s', (_, text, value) => {
    expect(toValue(parseOne(text))).toEqual(value)
  })

  it('keep their places', () => {
    const root = parseOne('a: [x,\ny]\nb: z\n')
    expect(nodeAt(root, ['a', 1])?.at).toMatchObject({ line: 2, column: 1 })
    expect(nodeAt(root, ['b'])?.at).toMatchObject({ line: 3, column: 4 })
  })
})

it.each(['a: {\n', 'a: [b\nc: d\n', "a: 'b\nc: d\n"])('%j stays an error', text => {
  expect(() => parseOne(text)).toThrow('yaml-syntax')
})

it('leaves text alone that is indented', () => {
  expect(indentContinuations('a: "b\n    c"\nd: [e,\n    f]\ng: |\n "h\ni: j\n')).toBeUndefined()
})
