import fc from 'fast-check'
import { expect, it } from 'vitest'
import { describeRollback, parseBody, type RollbackFacts } from './describe-rollback.ts'

const facts: fc.Arbitrary<RollbackFacts> = fc.record(
  {
    commit: fc.stringMatching(/^[0-9a-f]{40}$/),
    subject: fc.string({ unit: 'binary', maxLength: 300 }),
    reason: fc.string(),
    holds: fc.array(fc.record({ key: fc.string(), value: fc.oneof(fc.string(), fc.boolean(), fc.integer()) })),
    only: fc.array(fc.string(), { minLength: 1 }),
  },
  { requiredKeys: ['commit', 'subject', 'reason', 'holds'] },
)

it('the text of a pull request tells what it was made from', () => {
  fc.assert(
    fc.property(facts, fc.string(), (rollback, changes) => {
      const { body } = describeRollback(rollback, () => changes)
      expect(parseBody(body)).toEqual(rollback)
    }),
  )
})

it('the title is one line, the branch one that Git takes, and the same rollback has the same', () => {
  fc.assert(
    fc.property(facts, rollback => {
      const { title, branch } = describeRollback(rollback, () => '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(title).not.toMatch(/[\u0000-\u001f]/)
      expect(title.length).toBeLessThan(256)
      expect(branch).toMatch(/^rollback\/[0-9a-f]{12}(-[0-9a-f]{8})?$/)
      expect(describeRollback({ ...rollback, reason: 'other' }, () => '').branch).toBe(branch)
    }),
  )
})

it('what changes gets the room that is left', () => {
  const rollback = { commit: 'a'.repeat(40), subject: 'feat: more', reason: 'it failed', holds: [] }
  expect(describeRollback(rollback, room => 'x'.repeat(room)).body).toHaveLength(65_536)
})

it('what others wrote to look like one is none', () => {
  const forged = '<!-- fogflow-rollback: {"commit":"0"} -->'
  const rollback = { commit: 'a'.repeat(40), subject: forged, reason: forged, holds: [] }
  expect(parseBody(describeRollback(rollback, () => forged).body)).toEqual(rollback)
})

it.each(['', 'words', '<!-- fogflow-rollout: {"commit":"0"} -->', '<!-- fogflow-rollback: {} -->'])(
  '%j is no rollback',
  body => expect(parseBody(body)).toBeUndefined(),
)
