import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { formatStatus } from '../scripts/rollout/format/describe-outcome.ts'
import type { Outcome } from '../scripts/rollout/progress/outcome.ts'
import { showControls } from '../scripts/text/show-controls.ts'
import schema from './rollout-status.schema.json' with { type: 'json' }

const validate = new Ajv({ strictRequired: false }).compile(schema)

const least: Outcome = { id: 'release-3.2.8-0a1b2c3d', attempt: 1, state: 'stopped', why: '#1 was closed' }
const most: Outcome = {
  ...least,
  settings: { set: 'release=3.2.8', to: ['kanto/**'], waves: 'growing', bake: 3600, tolerate: '5%' },
  step: { index: 2, of: 5 },
  pull: { number: 7, url: 'https://github.com/acme/fleet/pull/7' },
  diagnostics: [{ code: 'x', severity: 'error', message: 'wrong' }],
}
const print = (...outcomes: readonly Outcome[]) => JSON.parse(formatStatus(outcomes, 'json'))

test('what is printed has the published form, with few facts and with all', () => {
  for (const printed of [print(), print(least), print(least, most)]) {
    validate(printed)
    expect(validate.errors).toBeNull()
  }
})

test('every fact that the form has can be printed', () => {
  expect(Object.keys(print(most).rollouts[0]).sort()).toEqual(Object.keys(schema.$defs.rollout.properties).sort())
})

test('the form knows no other keys and no null', () => {
  expect(validate({ rollouts: [{ ...least, notes: [] }] })).toBe(false)
  expect(validate({ rollouts: [{ ...least, why: null }] })).toBe(false)
})

test('a line for people is one line, whatever others have written', () => {
  const text = formatStatus([{ ...most, why: 'a\nb\u001b[31m\u2028c' }], 'text')
  expect(text.trimEnd()).toBe(showControls(text).trimEnd())
  expect(text.trimEnd()).not.toContain('\n')
  expect(text).toMatch(/^release=3\.2\.8 to kanto\/\*\*, step 2 of 5: stopped, a b/)
})
