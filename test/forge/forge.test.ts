import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BranchMoved, type Forge, type NewCommit } from '../../scripts/rollout/forge.ts'
import { findBranch } from './double/git/refs.ts'
import { runGit } from './double/git/run-git.ts'
import { type Double, startDouble } from './double/start-double.ts'
import { ask } from './testing/ask.ts'
import { openTestForge } from './testing/open-test-forge.ts'
import { listBranches, readFiles, seedBranch } from './testing/seed-branch.ts'

let double: Double
let forge: Forge
let main = ''

beforeEach(async () => {
  double = await startDouble()
  forge = await openTestForge(double)
  main = seedBranch(double.world, 'main', { 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n' })
})

afterEach(() => double.stop())

const branch = 'rollout/r/wave-1'
const commit = (rest: Partial<NewCommit> = {}) =>
  forge.commit({
    ...{ branch, parent: main, expected: undefined, message: 'feat: one' },
    ...{ changes: [{ path: 'a.yaml', text: 'a: 2\n' }] },
    ...rest,
  })
const draft = { branch, base: 'main', title: 'one', body: 'text', labels: ['rollout'] }
const filesOf = (name: string) => readFiles(double.world, name)
const calls = () => double.exchanges.map(({ method, path }) => `${method} ${path.replace('/repos/{owner}/{repo}', '')}`)

describe('a commit', () => {
  it('adds, changes and deletes files at once, on a new branch', async () => {
    const changes = [
      { path: 'a.yaml', text: 'a: 2\n' },
      { path: 'b.yaml', text: undefined },
      { path: 'tōkyō/渋谷/"c" d.yaml', text: 'c: "ü"\n' },
    ]
    const sha = await commit({ changes })
    expect(await forge.readBranch(branch)).toBe(sha)
    expect(filesOf(branch)).toEqual({ 'a.yaml': 'a: 2', 'tōkyō/渋谷/"c" d.yaml': 'c: "ü"' })
    expect(runGit(double.world.folder, ['log', '-1', '--format=%P %s', sha])).toBe(`${main} feat: one`)
  })

  it('on a branch that is there keeps what was there below it', async () => {
    const first = await commit()
    const newer = seedBranch(double.world, 'main', { 'b.yaml': 'b: 2\n' })
    const changes = [{ path: 'a.yaml', text: 'a: 3\n' }]
    const second = await commit({ parent: newer, expected: first, changes })
    expect(filesOf(branch)).toEqual({ 'a.yaml': 'a: 3', 'b.yaml': 'b: 2' })
    expect(runGit(double.world.folder, ['log', '-1', '--format=%P', second])).toBe(`${first} ${newer}`)
  })

  it('that would change nothing is not made again', async () => {
    const first = await commit()
    expect(await commit({ expected: first })).toBe(first)
    expect(calls().filter(call => call === 'POST /git/commits')).toHaveLength(1)
  })

  it('is not made where another one came first', async () => {
    const other = seedBranch(double.world, branch, { 'a.yaml': 'a: 9\n' }, main)
    await expect(commit()).rejects.toThrow(BranchMoved)
    await expect(commit({ expected: main })).rejects.toThrow('run this again')
    expect(findBranch(double.world, branch)).toBe(other)
  })

  it('to a protected branch says that GitHub refuses it, and not that somebody was first', async () => {
    double.world.protections.set('main', { requiredChecks: [] })
    const failed = commit({ branch: 'main', expected: main })
    await expect(failed).rejects.toThrow('Changes must be made through a pull request')
    await expect(failed).rejects.not.toThrow(BranchMoved)
    expect(findBranch(double.world, 'main')).toBe(main)
  })
})

describe('a pull request', () => {
  it('is opened once, and brought up to date after that', async () => {
    await commit()
    const opened = await forge.savePullRequest(draft)
    expect(opened).toMatchObject({ ...draft, number: 1, state: 'open', head: findBranch(double.world, branch) })
    const again = await forge.savePullRequest({ ...draft, title: 'two', body: 'other', labels: ['rollout', 'wave'] })
    expect(again).toMatchObject({ number: 1, title: 'two', body: 'other', labels: ['rollout', 'wave'] })
    expect(await forge.listPullRequests('rollout/')).toEqual([again])
  })

  it('that is as it should be is not written again', async () => {
    await commit()
    const opened = await forge.savePullRequest(draft)
    const before = double.exchanges.length
    expect(await forge.savePullRequest(draft)).toEqual(opened)
    expect(double.exchanges.slice(before).map(({ method }) => method)).toEqual(['GET'])
  })

  it('that was merged or closed in the meantime is not opened anew where it is expected to be open', async () => {
    await commit()
    const { number } = await forge.savePullRequest(draft)
    expect(await forge.savePullRequest({ ...draft, title: 'two' }, number)).toMatchObject({ number, title: 'two' })
    await ask(double, 'PATCH', `/pulls/${number}`, { state: 'closed' })
    await expect(forge.savePullRequest({ ...draft, title: 'three' }, number)).rejects.toThrow(BranchMoved)
    expect(double.world.pulls.map(({ title, state }) => [title, state])).toEqual([['two', 'closed']])
  })

  it('opened by two at once is one', async () => {
    await commit()
    const saved = await Promise.all([forge.savePullRequest(draft), forge.savePullRequest(draft)])
    expect(saved.map(({ number }) => number)).toEqual([1, 1])
    expect(double.world.pulls).toHaveLength(1)
  })

  it('is closed with one comment, and its branch goes; again changes nothing', async () => {
    await commit()
    const { number } = await forge.savePullRequest(draft)
    await forge.closePullRequest(number, 'superseded')
    await forge.closePullRequest(number, 'superseded')
    const [pull] = await forge.listPullRequests('rollout/')
    expect(pull).toMatchObject({ state: 'closed' })
    expect(pull).not.toHaveProperty('mergedAt')
    expect(double.world.pulls[0]?.comments.map(({ body }) => body)).toEqual(['superseded'])
    expect(listBranches(double.world)).toEqual(['main'])
  })

  it.each(['merge', 'squash'])('that was merged (%s) says when, and as which commit', async merge_method => {
    await commit()
    const { number } = await forge.savePullRequest(draft)
    const { body } = await ask(double, 'PUT', `/pulls/${number}/merge`, { merge_method })
    const [pull] = await forge.listPullRequests('rollout/')
    expect(pull).toMatchObject({ state: 'merged', mergeCommit: body.sha })
    expect(pull?.mergedAt).toMatch(/^\d{4}-.*Z$/)
    expect(findBranch(double.world, 'main')).toBe(body.sha)
  })

  it('of a fork is none of ours, whatever its branch is called', async () => {
    await commit()
    await forge.savePullRequest(draft)
    const [own] = double.world.pulls
    if (own) double.world.pulls.push({ ...own, number: 2, fork: 'mallory/fleet' })
    expect((await forge.listPullRequests('rollout/')).map(({ number }) => number)).toEqual([1])
  })

  it('is found among 250 others, the newest first', async () => {
    await commit()
    await forge.savePullRequest(draft)
    const [own] = double.world.pulls
    for (let number = 2; own && number <= 251; number++)
      double.world.pulls.push({ ...own, number, branch: number === 251 ? 'rollout/r/wave-2' : `x/${number}` })
    const found = await forge.listPullRequests('rollout/')
    expect(found.map(({ number }) => number)).toEqual([251, 1])
    expect(calls().filter(call => call === 'GET /pulls')).toHaveLength(4)
  })

  it('keeps a title, a body and labels that were made to break out', async () => {
    await commit()
    const nasty = '"; $(id) `x` ::set-output name=a::b --> <script>\u202e ü'
    const saved = await forge.savePullRequest({
      ...draft,
      title: nasty,
      body: `${nasty}\n`,
      labels: [nasty.slice(0, 50)],
    })
    expect(saved).toMatchObject({ title: nasty, body: `${nasty}\n`, labels: [nasty.slice(0, 50)] })
  })

  it('whose body is too long is refused with the limit', async () => {
    await commit()
    const saved = forge.savePullRequest({ ...draft, body: 'x'.repeat(65_537) })
    await expect(saved).rejects.toThrow('body is too long (maximum is 65536 characters)')
    expect(double.world.pulls).toEqual([])
  })
})

describe('the checks of a commit are', () => {
  const run = (name: string, rest: object) => ask(double, 'POST', '/check-runs', { name, head_sha: main, ...rest })
  const state = (context: string, state: string) => ask(double, 'POST', `/statuses/${main}`, { context, state })

  it('none, where nothing checks it', async () => {
    expect(await forge.readChecks(main)).toBe('none')
  })

  it('good, where runs and statuses are', async () => {
    await run('a', { conclusion: 'success' })
    await run('b', { conclusion: 'skipped' })
    await state('c', 'success')
    expect(await forge.readChecks(main)).toBe('success')
  })

  it('pending, while one of them is', async () => {
    await run('a', { conclusion: 'success' })
    await run('b', { status: 'in_progress' })
    expect(await forge.readChecks(main)).toBe('pending')
  })

  it.each(['failure', 'cancelled', 'timed_out', 'action_required'])(
    'bad, where a run ended in %s',
    async conclusion => {
      await run('a', { conclusion })
      await run('b', { status: 'queued' })
      expect(await forge.readChecks(main)).toBe('failure')
    },
  )

  it('bad, where a status is an error', async () => {
    await run('a', { conclusion: 'success' })
    await state('b', 'error')
    expect(await forge.readChecks(main)).toBe('failure')
  })

  it('those of the last try', async () => {
    await run('a', { conclusion: 'failure' })
    await run('a', { conclusion: 'success' })
    await state('b', 'failure')
    await state('b', 'success')
    expect(await forge.readChecks(main)).toBe('success')
  })

  it('read to the end, where there are more than a page of them', async () => {
    for (let at = 0; at < 120; at++)
      double.world.checkRuns.push({
        ...{ id: at, name: `c${at}`, sha: main, status: 'completed', at: '2026-01-01T00:00:00Z' },
        conclusion: at === 119 ? 'failure' : 'success',
      })
    expect(await forge.readChecks(main)).toBe('failure')
  })
})
