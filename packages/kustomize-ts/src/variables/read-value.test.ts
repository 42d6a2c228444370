import { expect, it } from 'vitest'
import { nodeAt } from '../node/node-at.ts'
import { parseOne } from '../testing/parse-one.ts'
import { readValue } from './read-value.ts'

const read = (source: string) => {
  const node = nodeAt(parseOne(`a: ${source}`), ['a'])
  return node && readValue(node)
}

it.each([
  ['0777', 'int', '777'],
  ['+5', 'int', '5'],
  ['-12', 'int', '-12'],
  ['9223372036854775807', 'int', '9223372036854775807'],
  ['.5', 'float', '0.5'],
  ['1.0', 'float', '1'],
  ['-1.25e-9', 'float', '-0.00000000125'],
  ['1.25e30', 'float', '1250000000000000000000000000000'],
  ['True', 'bool', 'true'],
  ['~', 'str', '~'],
  ['2020-01-01', 'str', '2020-01-01'],
  ['"12"', 'str', '12'],
])('%s is the %s %s', (source, tag, text) => {
  expect(read(source)).toMatchObject({ tag, text })
})

it.each(['0x1F', '0o17', '1_000', '9223372036854775808', '.inf', '1_0.5'])('%s cannot be read', source => {
  expect(read(source)).toBeUndefined()
})

it('what has lost its type is a text', () => {
  const place = { file: '/f.yaml', line: 1, column: 1 }
  const number = { kind: 'scalar', tag: 'float', text: '1e3', untagged: true, at: place } as const
  expect(readValue(number)).toMatchObject({ tag: 'str', text: '1e3' })
})
