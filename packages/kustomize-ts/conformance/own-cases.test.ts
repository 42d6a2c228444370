import { expect, it } from 'vitest'
import { build } from '../src/build/build.ts'
import { buildOutcome } from './build-outcome.ts'
import { describeMiss } from './outcome.ts'
import { readOwnCases } from './own-cases.ts'

it.each(readOwnCases())('$name', ({ directory, demand }) => {
  expect(
    describeMiss(
      demand,
      buildOutcome(() => build(directory)),
    ),
  ).toBeUndefined()
})
