import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { gitIn } from '../testing/git-in.ts'
import { compareCheckout } from './compare-checkout.ts'
import { findTip } from './find-tip.ts'

const folder = mkdtempSync(join(tmpdir(), 'fogflow-gitops-git-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const [origin, work] = [join(folder, 'origin.git'), join(folder, 'work')]
gitIn(folder, 'init', '--quiet', '--bare', '--initial-branch=main', origin)
gitIn(folder, 'clone', '--quiet', origin, work)

function commit(text: string): string {
  writeFileSync(join(work, 'file'), text)
  gitIn(work, 'add', '--all')
  gitIn(work, 'commit', '--quiet', '--message', 'test: change')
  gitIn(work, 'push', '--quiet', 'origin', 'HEAD:main')
  return gitIn(work, 'rev-parse', 'HEAD')
}

it('asks the repository where a branch is, else origin, else what the last fetch left', async () => {
  const head = commit('one')
  expect(await findTip(work, origin, 'main')).toEqual({ commit: head, isFresh: true })
  expect(await findTip(work, join(folder, 'gone.git'), 'main')).toEqual({ commit: head, isFresh: true })
  gitIn(work, 'remote', 'set-url', 'origin', join(folder, 'gone.git'))
  expect(await findTip(work, join(folder, 'gone.git'), 'main')).toEqual({ commit: head, isFresh: false })
  gitIn(work, 'remote', 'set-url', 'origin', origin)
  expect(await findTip(work, origin, 'other')).toBeUndefined()
})

it('compares the files on disk with a commit, unknown ones too, in the folders that count', async () => {
  const head = commit('two')
  expect(await compareCheckout(work, head, ['file'])).toEqual({ hasCommit: true, differing: [] })
  writeFileSync(join(work, 'new'), '')
  expect(await compareCheckout(work, head, ['file'])).toEqual({ hasCommit: true, differing: [] })
  writeFileSync(join(work, 'file'), 'three')
  expect(await compareCheckout(work, head, ['file', 'new'])).toEqual({ hasCommit: true, differing: ['file', 'new'] })
})

it('knows that it does not have a commit', async () => {
  expect(await compareCheckout(work, '0'.repeat(40), ['file'])).toEqual({ hasCommit: false, differing: [] })
})

it('does not fail where there is no repository', async () => {
  expect(await findTip(tmpdir(), join(folder, 'gone.git'), 'main')).toBeUndefined()
})
