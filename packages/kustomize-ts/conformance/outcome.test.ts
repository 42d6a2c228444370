import { expect, it } from 'vitest'
import { describeMiss } from './outcome.ts'

const yaml = { kind: 'yaml', yaml: 'a: 1\nb: 2\n' } as const
const failure = { kind: 'failure', reason: 'why' } as const

it('takes the same bytes, any failure for a failure, and any bytes where only success counts', () => {
  expect(describeMiss(yaml, yaml)).toBeUndefined()
  expect(describeMiss(failure, { kind: 'failure', reason: 'another' })).toBeUndefined()
  expect(describeMiss({ kind: 'any yaml' }, yaml)).toBeUndefined()
})

it('names what differs', () => {
  expect(describeMiss(yaml, { kind: 'yaml', yaml: 'a: 1\nb: 3\n' })).toBe('line 2: expected "b: 2", got "b: 3"')
  expect(describeMiss(yaml, failure)).toBe('failed: why')
  expect(describeMiss(failure, yaml)).toContain('must fail')
})
