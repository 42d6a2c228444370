import fc from 'fast-check'
import { toValue } from 'kustomize-ts'
import { describe, expect, it } from 'vitest'
import { parseJson } from './parse-json.ts'

describe('parseJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.nat(4), (value, indent) => {
        const { root, problems } = parseJson(JSON.stringify(value, undefined, indent))
        expect(problems).toEqual([])
        expect(root && JSON.stringify(toValue(root))).toBe(JSON.stringify(value))
      }),
    )
  })

  it('refuses exactly what JSON.parse refuses', () => {
    const fragments = [
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"a"',
      '"',
      '1',
      '01',
      '-',
      '1.',
      '.5',
      '1e3',
      'true',
      'nul',
      '\\',
      '\n',
      "'a'",
      '//',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 12 }), parts => {
        const text = parts.join('')
        expect(parseJson(text).root !== undefined).toBe(isJson(text))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['{"a": 1,}', 'key', 1, 9],
    ['{"a": 1\n "b": 2}', '","', 2, 2],
    ['{\n  "a": tru\n}', '"tru"', 2, 8],
    ["{'a': 1}", 'no JSON', 1, 2],
    ['{"a": "x', 'inside a string', 1, 7],
    ['{"a": 1} {', 'follow', 1, 10],
    ['', 'a value', 1, 1],
    ['{"a": "\\x"}', 'escape', 1, 8],
    ['{"a": 012}', '012', 1, 7],
  ])('says what is wrong with %j and where', (text, part, line, column) => {
    const { root, problems } = parseJson(text)
    expect(root).toBeUndefined()
    expect(problems).toEqual([{ message: expect.stringContaining(part), line, column }])
  })

  it('points at a key that stands twice and keeps its last value', () => {
    const { root, problems } = parseJson('{"a": 1,\n "a": 2}')
    expect(root && toValue(root)).toEqual({ a: 2 })
    expect(problems).toMatchObject([{ line: 2, column: 2 }])
  })

  it('gives every node its place in the text', () => {
    const { root } = parseJson('{\n  "broker": {\n    "http_port": 8070 }}')
    const broker = root?.kind === 'map' ? root.entries.get('broker') : undefined
    expect(broker?.key).toMatchObject({ line: 2, column: 3 })
    const port = broker?.value.kind === 'map' ? broker.value.entries.get('http_port') : undefined
    expect(port).toMatchObject({ key: { line: 3, column: 5 }, value: { at: { line: 3, column: 18 } } })
  })

  it('refuses a document that nests without end instead of using up the stack', () => {
    expect(parseJson('['.repeat(100_000)).problems).toHaveLength(1)
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
