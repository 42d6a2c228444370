import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCsv } from './parse-csv.ts'

const texts = (content: string) => parseCsv(content, '/f.csv').rows.map(row => row.map(({ text }) => text))

const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

describe('comma-separated values', () => {
  it.each([
    ['one row', 'a,b', [['a', 'b']]],
    [
      'line breaks of every kind',
      'a,b\r\nc,d\ne,f\rg,h\r',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', 'h'],
      ],
    ],
    ['a byte order mark', '\uFEFFa,b\n', [['a', 'b']]],
    ['commas, line breaks and quotes in quotes', '"a,""b""","c\r\nd"\n', [['a,"b"', 'c\r\nd']]],
    [
      'empty fields, the last one too',
      'a,,\n,b,',
      [
        ['a', '', ''],
        ['', 'b', ''],
      ],
    ],
    ['empty lines', '\na,b\n\r\n\n', [['a', 'b']]],
    ['nothing', '', []],
  ])('are read with %s', (_, content, rows) => {
    expect(texts(content)).toEqual(rows)
  })

  it('are read as they were written, whatever they hold', () => {
    const row = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom('\n', '\r\n', '\r'), (rows, end) => {
        const content = rows.map(cells => cells.map(quote).join(',')).join(end)
        expect(texts(content.startsWith('\uFEFF') ? `\uFEFF${content}` : content)).toEqual(rows)
      }),
    )
  })

  it('have a place for every field, after line breaks in quotes too', () => {
    const { rows } = parseCsv('a,b\r"x\r\ny",z\nlast,"q"\n', '/f.csv')
    expect(rows.flat().map(({ line, column }) => [line, column])).toEqual([
      [1, 1],
      [1, 3],
      [2, 1],
      [3, 4],
      [4, 1],
      [4, 6],
    ])
  })

  it.each([
    ['a quote in the middle', 'a,b\nc,d"e\n', 2, 4],
    ['a quote that is never closed', 'a,b\n"c,d\ne', 2, 1],
    ['text after a closing quote', 'a,b\n"c"d,e', 2, 4],
    ['text after a closing quote that stands on a later line', '"a\nb"c', 2, 3],
  ])('with %s are refused at its place', (_, content, line, column) => {
    expect(parseCsv(content, '/f.csv').diagnostics).toMatchObject([{ code: 'csv-quotes', source: { line, column } }])
  })

  it('never keep the parser from ending', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a') }), content => {
        const { rows, diagnostics } = parseCsv(content, '/f.csv')
        expect(diagnostics.length).toBeLessThanOrEqual(1)
        expect(rows.every(row => row.length > 0)).toBe(true)
      }),
    )
  })
})
