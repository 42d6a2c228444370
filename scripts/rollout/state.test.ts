import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatState, parseState } from './state.ts'

it('what was written is read back, whatever stands around it', () => {
  const around = fc.string().filter(text => !text.includes('<!--'))
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), around, around, (state, before, after) => {
      const plain = JSON.parse(JSON.stringify(state))
      expect(parseState(`${before}${formatState(state)}${after}`)).toEqual(plain)
    }),
  )
})

it('no value ends the comment', () => {
  const text = formatState({ reason: '--> <script> <!-- x -->' })
  expect(text.match(/-->/g)).toHaveLength(1)
  expect(parseState(text)).toEqual({ reason: '--> <script> <!-- x -->' })
})

it('a state that others wrote in front of it does not count', () => {
  expect(parseState(`${formatState({ a: 1 })} ${formatState({ a: 2 })}`)).toEqual({ a: 2 })
})

it.each(['', 'plain', '<!-- fogflow-gitops {broken -->', '<!-- fogflow-gitops'])('%j has no state', body => {
  expect(parseState(body)).toBeUndefined()
})
