import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { CannotFinish } from '../model/cannot-finish.ts'
import { writeTree } from '../testing/write-tree.ts'
import { applyChanges } from './apply-changes.ts'
import { finishJournal } from './finish-journal.ts'
import { withLock } from './lock.ts'

const change = { writes: new Map([['clusters/a/b.yaml', 'new']]), deletes: [] }

it('nothing is left beside the tree when a change is made', () => {
  const root = writeTree({ 'clusters/a/b.yaml': 'old' })
  applyChanges(change, root)
  expect([readFileSync(join(root, 'clusters/a/b.yaml'), 'utf8'), readdirSync(root)]).toEqual(['new', ['clusters']])
})

it('two changes are never made at once', () => {
  const root = writeTree({})
  withLock(root, () => {
    expect(() => applyChanges(change, root)).toThrow(CannotFinish)
    expect(existsSync(join(root, 'clusters'))).toBe(false)
  })
  applyChanges(change, root)
  expect(existsSync(join(root, 'clusters/a/b.yaml'))).toBe(true)
})

it.each([
  ['whose process has ended', '2147483646 1'],
  ['whose process number has another process now', `${process.pid} 1`],
  ['of a process that was killed before it wrote into it', ''],
])('a lock %s holds nobody up', (_, text) => {
  const root = writeTree({ '.staging.lock': text })
  utimesSync(join(root, '.staging.lock'), 0, 0)
  applyChanges(change, root)
  expect(readdirSync(root)).toEqual(['clusters'])
})

it.each([
  ['no JSON', 'x'],
  ['no list', '{}'],
  ['a path out of the repository', '[{"path":"../b.yaml","before":null,"staged":"0"}]'],
  ['an absolute path', '[{"path":"/tmp/b.yaml","before":null,"staged":"0"}]'],
  ["a path among Git's own", '[{"path":".git/config","before":null,"staged":"0"}]'],
  ['a staged file from elsewhere', '[{"path":"clusters/b.yaml","before":null,"staged":"../a"}]'],
])('a journal with %s is not followed', (_, journal) => {
  const root = join(writeTree({}), 'inner')
  mkdirSync(join(root, '.staging'), { recursive: true })
  writeFileSync(join(root, '.staging/journal.json'), journal)
  writeFileSync(join(root, '.staging/0'), 'staged')
  expect(() => finishJournal(root)).toThrow(CannotFinish)
  expect([readdirSync(dirname(root)), readdirSync(root)]).toEqual([['inner'], ['.staging']])
})
