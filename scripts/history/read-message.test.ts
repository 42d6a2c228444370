import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Clue, findClues, readMessage } from './read-message.ts'

const hash = '0123456789abcdef0123456789abcdef01234567'

describe('where a commit came from', () => {
  it.each([
    ['feat: a', { subject: 'feat: a' }],
    ['feat: a (#7)\n\nmore', { subject: 'feat: a', pullRequest: 7 }],
    ['Merge pull request #7 from me/x\n\nfeat: a\n\nmore', { subject: 'feat: a', pullRequest: 7 }],
    ['Merge pull request #7 from me/x', { subject: 'Merge pull request #7 from me/x', pullRequest: 7 }],
    ['fix: what (#7) did', { subject: 'fix: what (#7) did' }],
    ['', { subject: '' }],
  ])('%j', (message, facts) => expect(readMessage(message)).toEqual(facts))
})

describe('what a commit takes back', () => {
  it.each<readonly [string, Clue[]]>([
    [`Revert "feat: a"\n\nThis reverts commit ${hash}.`, [{ commit: hash }, { subject: 'feat: a' }]],
    [`Merge pull request #9 from me/rollback/0123456789ab-1a2b3c4d\n\nrevert: feat: a`, [{ commit: '0123456789ab' }]],
    ['Revert "feat: a" (#9)\n\nReverts me/fleet#7', [{ pullRequest: 7 }, { subject: 'feat: a' }]],
    ['revert: feat: a (#7) in kanto/ueno (#9)', [{ subject: 'feat: a' }]],
  ])('%j', (message, clues) => expect(findClues(message)).toEqual(expect.arrayContaining(clues)))

  it.each(['feat: a (#7)', 'feat: revert: a', 'fix: what was seen when somebody reverts commit deadbeef', ''])(
    'is nothing for %j',
    message => expect(findClues(message)).toEqual([]),
  )

  it('is read out of any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => findClues(text).length < 5))
  })
})
