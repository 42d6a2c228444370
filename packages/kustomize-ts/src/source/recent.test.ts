import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createRecent } from './recent.ts'

it('what was asked for last stays, what was not goes', () => {
  const recent = createRecent<number>(3, () => 1)
  for (const [key, value] of Object.entries({ a: 1, b: 2, c: 3 })) recent.set(key, value)
  expect(recent.get('a')).toBe(1)
  recent.set('d', 4)
  expect(['a', 'b', 'c', 'd'].map(key => recent.get(key))).toEqual([1, undefined, 3, 4])
})

it('what is there never weighs more than the budget, or is one value', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 1, max: 12 })))
  fc.assert(
    fc.property(steps, pairs => {
      const recent = createRecent<number>(10, value => value)
      for (const [key, value] of pairs) {
        recent.set(key, value)
        expect(recent.get(key)).toBe(value)
      }
      const kept = ['a', 'b', 'c', 'd', 'e'].flatMap(key => recent.get(key) ?? [])
      expect(kept.length <= 1 || kept.reduce((sum, value) => sum + value, 0) <= 10).toBe(true)
    }),
  )
})
