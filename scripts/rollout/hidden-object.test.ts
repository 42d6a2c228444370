import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatHidden, parseHidden, withoutHidden } from './hidden-object.ts'

it('what was written is read back, whatever stands around it', () => {
  const around = fc.string().filter(text => !text.includes('<!--'))
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), around, around, (value, before, after) => {
      const plain = JSON.parse(JSON.stringify(value))
      expect(parseHidden('x', `${before}${formatHidden('x', value)}${after}`)).toEqual(plain)
    }),
  )
})

it('no value ends the comment', () => {
  const text = formatHidden('x', { reason: '--> <script> <!-- x: {} -->' })
  expect(text.match(/-->/g)).toHaveLength(1)
  expect(parseHidden('x', text)).toEqual({ reason: '--> <script> <!-- x: {} -->' })
})

it('one that others wrote beside ours makes neither count, unless it was taken out of their text', () => {
  const [theirs, ours] = [formatHidden('x', { a: 1 }), formatHidden('x', { a: 2 })]
  expect(parseHidden('x', `${theirs} ${ours}`)).toBeUndefined()
  expect(parseHidden('x', `${withoutHidden('x', theirs)} ${ours}`)).toEqual({ a: 2 })
})

it.each(['', 'plain', '<!-- x: {broken} -->', '<!-- x: {', '<!-- y: {"a":1} -->'])('%j has none', body => {
  expect(parseHidden('x', body)).toBeUndefined()
})
