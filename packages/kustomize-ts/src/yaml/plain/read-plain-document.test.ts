import { expect, it } from 'vitest'
import { toValue } from '../../node/to-value.ts'
import { locateIn } from '../locate.ts'
import { readPlainDocument } from './read-plain-document.ts'

const read = (text: string) => readPlainDocument(text, locateIn(text, '/f.yaml'), 'v3')

it('maps, lists, literal blocks, braces and comments are plain', () => {
  const text = `# first
---
a: 1 # one
b:
- x: 'q'   # quoted
  y: |
    two

    lines
- - [z, "w", {k: v, l: []}]
  - -1
"c": b:c
`
  const [value] = [read(text)].map(node => node && toValue(node))
  expect(value).toEqual({ a: 1, b: [{ x: 'q', y: 'two\n\nlines\n' }, [['z', 'w', { k: 'v', l: [] }], -1]], c: 'b:c' })
})

it.each([
  ['an anchor', 'a: &x 1'],
  ['an alias', 'a: *x'],
  ['a tag', 'a: !!str 1'],
  ['a merge key', 'a:\n  <<: {b: 1}'],
  ['an escape', 'a: "\\n"'],
  ['a quote in quotes', "a: 'it''s'"],
  ['a value that goes on in the next line', 'a: b\n  c'],
  ['a folded block', 'a: >\n  b\n'],
  ['a block without end', 'a: |\n  b'],
  ['an empty value', 'a:\nb: 1'],
  ['a key twice', 'a: 1\na: 2'],
  ['a key that is no string', 'true: 1'],
  ['a map in a value', 'a: b: c'],
  ['a comma at the end', 'a: [b,]'],
  ['brackets over two lines', 'a: [b,\n c]'],
  ['a tab', 'a:\tb'],
  ['a second document', 'a: 1\n--- b'],
  ['a directive', '%YAML 1.2\n---\na: 1'],
  ['a line too far in', 'a: 1\n  b: 1'],
  ['a line too far out', '  a: 1\nb: 1'],
  ['a scalar', 'a'],
  ['nothing', '# nothing\n'],
])('%s is not', (_, text) => expect(read(text)).toBeUndefined())
