import fc from 'fast-check'
import { expect, it } from 'vitest'
import { judgeMalformed } from './judge-malformed.ts'

it('a malformed tree is answered with resources, or with errors that have a place', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), seed => {
      expect(judgeMalformed(seed)).toBeUndefined()
    }),
    { numRuns: 50 },
  )
})
