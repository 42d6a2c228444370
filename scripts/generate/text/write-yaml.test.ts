import fc from 'fast-check'
import { parseDocuments, toValue } from 'kustomize-ts'
import { expect, it } from 'vitest'
import { derive, type Value } from './derived.ts'
import { addHeader, judgeOwner } from './header.ts'
import { writeJson } from './write-json.ts'
import { writeYaml } from './write-yaml.ts'

type Map = { readonly [key: string]: Value }

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.constantFrom(
    'yes',
    '1_000',
    '0x1F',
    '12:30',
    '~',
    'null',
    '- a',
    'a: b',
    '#',
    '*',
    '.5',
    '2001-01-01',
    '',
    ' ',
    '=',
    '<<',
    'n',
    '.inf',
    '_1',
  ),
)
const scalar = fc.oneof(
  text,
  fc.integer(),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
)
// Kustomize takes a key that is called << out of a map, even one in quotes.
const key = text.filter(name => name !== '<<')
const map = fc.letrec<{ map: Map; any: Value }>(tie => ({
  map: fc.dictionary(key, tie('any'), { noNullPrototype: true, maxKeys: 4 }) as fc.Arbitrary<Map>,
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie('any'), { maxLength: 3 }),
    tie('map'),
  ) as fc.Arbitrary<Value>,
})).map

const join = (lines: readonly { readonly text: string }[]) => `${lines.map(line => line.text).join('\n')}\n`
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown

it('what is written as YAML is read as it was, whatever it is', () => {
  fc.assert(
    fc.property(map, document => {
      fc.pre(Object.keys(document).length > 0)
      const { documents, diagnostics } = parseDocuments(join(writeYaml(document)), '/f.yaml')
      expect(diagnostics).toEqual([])
      expect(documents.map(toValue)).toEqual([plain(document)])
    }),
  )
})

it('what is written as JSON is read as it was, in a block of YAML too', () => {
  fc.assert(
    fc.property(fc.dictionary(text, scalar, { noNullPrototype: true }), document => {
      const lines = writeJson(document as Value)
      expect(JSON.parse(join(lines))).toEqual(plain(document))
      const { documents } = parseDocuments(join(writeYaml({ block: { lines } })), '/f.yaml')
      expect(
        JSON.parse(
          (
            toValue(documents[0] ?? { kind: 'seq', items: [], at: { file: '', line: 1, column: 1 } }) as {
              block: string
            }
          ).block,
        ),
      ).toEqual(plain(document))
    }),
  )
})

it('every line knows the key that it comes from, the nearest one', () => {
  const lines = writeYaml({ a: derive({ b: 1, c: derive([2], 'two') }, 'one'), d: 3 })
  expect(lines).toEqual([
    { text: 'a:', from: ['one'] },
    { text: '  b: 1', from: ['one'] },
    { text: '  c:', from: ['two'] },
    { text: '    - 2', from: ['two'] },
    { text: 'd: 3' },
  ])
})

it('a generated file is known by its header, and a single changed character too', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), (body, at) => {
      const whole = addHeader(body, 'clusters/a/cluster.yaml')
      const index = at % whole.length
      const changed = `${whole.slice(0, index)}\u0000${whole.slice(index + 1)}`
      expect(judgeOwner(whole)).toBe('generated')
      expect(judgeOwner(changed)).not.toBe('generated')
      expect(judgeOwner(body.replace('#', ''))).toBe('foreign')
    }),
  )
})
