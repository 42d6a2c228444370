import { Ajv } from 'ajv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { celSchema } from './cel-schema.ts'

const ajv = new Ajv({ strict: false })
const holds = (rule: string, self: unknown) => ajv.compile(celSchema(rule))(self)

interface Self {
  readonly a?: string
  readonly b?: string
}

/** A condition in CEL beside what it means. */
type Condition = readonly [rule: string, holds: (self: Self) => boolean]

const { condition } = fc.letrec<{ condition: Condition }>(tie => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Condition>(
      ['has(self.a)', self => self.a !== undefined],
      ['has(self.b)', self => self.b !== undefined],
      ["self.a == 'x'", self => self.a === 'x'],
      ["self.b != 'x'", self => self.b !== undefined && self.b !== 'x'],
    ),
    tie('condition').map(([rule, holds]): Condition => [`!(${rule})`, self => !holds(self)]),
    fc
      .tuple(tie('condition'), fc.constantFrom('&&', '||', '==', '!='), tie('condition'))
      .map(([[left, one], operator, [right, other]]): Condition => {
        const all = { '&&': Math.min, '||': Math.max, '==': Object.is, '!=': (x: number, y: number) => x !== y }
        const combine = all[operator as keyof typeof all]
        return [`((${left}) ${operator} (${right}))`, self => Boolean(combine(Number(one(self)), Number(other(self))))]
      }),
  ),
}))

const value = fc.option(fc.constantFrom('x', 'y'), { nil: undefined })

test('a rule means as a schema what it means in CEL', () => {
  fc.assert(
    fc.property(condition, value, value, ([rule, means], a, b) => {
      const self: Self = { ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }) }
      expect(holds(rule, self)).toBe(means(self))
    }),
  )
})

test('and binds closer than or', () => {
  expect(holds("has(self.a) || has(self.b) && self.b == 'y'", { a: 'x', b: 'x' })).toBe(true)
  expect(holds("has(self.a) || has(self.b) && self.b == 'y'", { b: 'x' })).toBe(false)
})

test('a field of a field, and one that is null, which counts as absent', () => {
  expect(holds('has(self.a.b)', { a: { b: 1 } })).toBe(true)
  expect(holds('has(self.a.b)', { a: {} })).toBe(false)
  expect(holds('has(self.a)', { a: null })).toBe(false)
})

test.each(['self.size() > 3', 'self.a', "has(self.a) 'x'", '(has(self.a)', 'self == oldSelf', '', 'self.a == 3'])(
  'what is not known stops the making: %s',
  rule => {
    expect(() => celSchema(rule)).toThrow('cannot turn')
  },
)
