import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import schema from '../../schemas/history-report.schema.json' with { type: 'json' }
import { capture } from '../testing/capture.ts'
import { writeTree } from '../testing/write-tree.ts'
import { type HistoryArguments, history } from './history.ts'

let root = ''
const day = (at: number, time = '12:00') => `2026-03-${String(at).padStart(2, '0')}T${time}:00Z`

function git(args: readonly string[], at = day(1)): string {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org']
  const env = { ...process.env, GIT_COMMITTER_DATE: at, GIT_AUTHOR_DATE: at }
  return execFileSync('git', [...who, ...args], { cwd: root, encoding: 'utf8', env }).trim()
}

/** Writes files, undefined takes one away, and commits. */
function commit(at: string, message: string, files: Readonly<Record<string, string | undefined>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    if (text === undefined) rmSync(join(root, path))
    else writeFileSync(join(root, path), text)
  }
  git(['add', '--all'])
  git(['commit', '--quiet', '--message', message], at)
  return git(['rev-parse', 'HEAD'])
}

function merge(at: string, branch: string, message: string): string {
  git(['switch', '--quiet', 'main'])
  git(['merge', '--quiet', '--no-ff', '--message', message, branch], at)
  return git(['rev-parse', 'HEAD'])
}

const cluster = (name: string) => `clusters/kanto/${name}/cluster.yaml`
const generated = (name: string) => `clusters/kanto/${name}/fogflow/kustomization.yaml`
const made: Record<string, string> = {}

/** Six changes of three clusters; one is reverted, one is reverted and comes back. */
beforeAll(() => {
  root = writeTree({})
  git(['init', '--quiet', '--initial-branch=main'])
  made.first = commit(day(1), 'feat: two sites', {
    'clusters/kanto/defaults.yaml': 'release: "3.2.6"\nworker: { capacity: 2, replicas: 1 }\n',
    [cluster('ginza')]: 'site: { id: "1" }\n',
    [cluster('ueno')]: 'site: { id: "2" }\n',
  })
  commit(day(2), 'docs: nothing that runs', { 'README.md': 'new' })
  made.squashed = commit(day(3), 'feat(clusters): roll out release=3.2.8, wave 1 of 2 (#12)', {
    [cluster('ginza')]: 'site: { id: "1" }\nrelease: "3.2.8"\n',
  })
  made.rollback = commit(
    day(3, '14:30'),
    `revert: feat(clusters): roll out release=3.2.8, wave 1 of 2 (#13)\n\nThis reverts commit ${made.squashed}.`,
    { [cluster('ginza')]: 'site: { id: "1" }\n' },
  )
  git(['switch', '--quiet', '--create', 'capacity'])
  made.inside = commit(day(4), 'feat: more tasks', {
    'clusters/kanto/defaults.yaml': 'release: "3.2.6"\nworker: { capacity: 4, replicas: 1 }\n',
    [generated('ginza')]: 'a',
    [generated('ueno')]: 'a',
  })
  made.merged = merge(day(5), 'capacity', 'Merge pull request #14 from octocat/capacity\n\nfeat: more tasks')
  made.revert = commit(day(6), 'Revert "feat: more tasks" (#15)', { [generated('ueno')]: 'b' })
  made.restored = commit(day(7), `Reapply "feat: more tasks"\n\nThis reverts commit ${made.revert}.`, {
    [generated('ueno')]: 'a',
  })
  made.shared = commit(day(8), 'fix: a probe', { 'base/broker/stateful-set.yaml': 'a' })
  made.gone = commit(day(9), 'feat: one site less', { [cluster('ueno')]: undefined, [generated('ueno')]: undefined })
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

interface Report {
  readonly summary: object
  readonly deployments: readonly { readonly commit: string; readonly subject: string }[]
  readonly clusters: readonly object[]
}

async function ask(name?: string, options: Partial<HistoryArguments> = {}, folder = root) {
  const { environment, output } = capture(folder, folder)
  expect(await history(name, { format: 'json', all: false, ...options }, environment)).toBe(0)
  return output()
}

const report = async (name?: string, options?: Partial<HistoryArguments>): Promise<Report> =>
  JSON.parse(await ask(name, options))
const find = ({ deployments }: Report, hash = '') => deployments.find(({ commit }) => commit === hash)

it('has the form of its schema', async () => {
  const validate = new Ajv({ strict: false }).compile(schema)
  validate(await report())
  expect(validate.errors).toBeNull()
})

describe('deployments', () => {
  it('are the commits of the branch that change what runs, the newest first', async () => {
    const { deployments } = await report()
    const { gone, shared, restored, revert, merged, rollback, squashed, first } = made
    expect(deployments.map(({ commit }) => commit)).toEqual([
      ...[gone, shared, restored, revert, merged, rollback, squashed, first],
    ])
  })

  it('say what they changed, where and when', async () => {
    const all = await report()
    expect(find(all, made.first)).toMatchObject({ added: ['kanto/ginza', 'kanto/ueno'], settings: [] })
    expect(find(all, made.squashed)).toMatchObject({
      ...{
        subject: 'feat(clusters): roll out release=3.2.8, wave 1 of 2',
        pullRequest: 12,
        at: '2026-03-03T12:00:00.000Z',
      },
      clusters: ['kanto/ginza'],
      settings: [{ cluster: 'kanto/ginza', keys: [{ key: 'release', before: '3.2.6', after: '3.2.8' }] }],
    })
    expect(find(all, made.gone)).toMatchObject({ removed: ['kanto/ueno'], clusters: ['kanto/ueno'] })
  })

  it('of a merge are those of the pull request, at the time of the merge', async () => {
    const keys = [{ key: 'worker.capacity', before: 2, after: 4 }]
    expect(find(await report(), made.merged)).toMatchObject({
      ...{ subject: 'feat: more tasks', pullRequest: 14, at: '2026-03-05T12:00:00.000Z' },
      settings: [
        { cluster: 'kanto/ginza', keys },
        { cluster: 'kanto/ueno', keys },
      ],
    })
  })

  it('of what clusters share reach all of them', async () => {
    expect(find(await report(), made.shared)).toMatchObject({ isShared: true, clusters: ['kanto/ginza', 'kanto/ueno'] })
  })
})

describe('what was taken back', () => {
  it('is known by the commit, by the title, and not where it came back', async () => {
    const all = await report()
    expect(find(all, made.squashed)).toMatchObject({ takenBackBy: made.rollback })
    expect(find(all, made.rollback)).toMatchObject({ takesBack: made.squashed })
    expect(find(all, made.revert)).toMatchObject({ takesBack: made.merged, takenBackBy: made.restored })
    expect(find(all, made.merged)).not.toHaveProperty('takenBackBy')
  })

  it('adds up to the change failure rate and the time to restore', async () => {
    expect((await report()).summary).toEqual({
      ...{ changes: 5, failed: 1, changeFailureRate: 0.2 },
      timeToRestore: { median: 9000, longest: 9000 },
    })
    expect((await report('ueno')).summary).toEqual({ changes: 4, failed: 0, changeFailureRate: 0 })
    expect((await report(undefined, { since: '2026-03-05' })).summary).toMatchObject({ changes: 3, failed: 0 })
    expect((await report(undefined, { since: '2027-01-01' })).summary).toEqual({ changes: 0, failed: 0 })
  })
})

it('what ran in a cluster has a beginning and an end', async () => {
  const { clusters } = await report('ginza')
  expect(clusters).toEqual([
    {
      cluster: 'kanto/ginza',
      runs: [
        { release: '3.2.6', commit: made.first, since: '2026-03-01T12:00:00.000Z', until: '2026-03-03T12:00:00.000Z' },
        {
          release: '3.2.8',
          commit: made.squashed,
          since: '2026-03-03T12:00:00.000Z',
          until: '2026-03-03T14:30:00.000Z',
        },
        { release: '3.2.6', commit: made.rollback, since: '2026-03-03T14:30:00.000Z' },
      ],
    },
  ])
  expect((await report('kanto/ueno')).clusters).toMatchObject([{ runs: [{ until: '2026-03-09T12:00:00.000Z' }] }])
})

it('as text, it says the same to people', async () => {
  const text = await ask(undefined, { format: 'text' })
  for (const words of [
    ...['kanto/ginza: release 3.2.6 → 3.2.8', 'after 2 h 30 min', 'gone: kanto/ueno', '(#14)'],
    ...['what all 2 clusters share', '3.2.6 runs in 1 cluster: kanto/ginza'],
    '5 changes, 1 taken back: change failure rate 20 %; time to restore 2 h 30 min (median), at most 2 h 30 min',
  ])
    expect(text).toContain(words)
  expect(await ask('ginza', { format: 'text' })).toContain('2026-03-03 14:30Z to now: 3.2.6')
})

it('neither the clone nor its work tree are touched, and a detached head is no matter', async () => {
  writeFileSync(join(root, 'clusters/kanto/defaults.yaml'), 'release: "0"\n')
  git(['switch', '--quiet', '--detach', made.first ?? ''].concat('--discard-changes'))
  const before = git(['status', '--porcelain'])
  expect((await report()).summary).toMatchObject({ changes: 5 })
  expect(git(['status', '--porcelain'])).toBe(before)
  expect((await report(undefined, { branch: 'HEAD' })).summary).toMatchObject({ changes: 1 })
  git(['switch', '--quiet', 'main'])
})

it.each([
  ['uena', {}, 'did you mean'],
  ['kanto/uen', {}, 'did you mean "kanto/ueno"?'],
  ['', {}, 'kanto/ginza, kanto/ueno'],
  [undefined, { branch: 'nowhere' }, '"nowhere"'],
  [undefined, { branch: '--output=x' }, '"--output=x"'],
  [undefined, { since: 'yesterday' }, '--since "yesterday"'],
  [undefined, { since: '2026-13-01' }, '--since "2026-13-01"'],
] as const)('%j %j is refused', async (name, options, text) => {
  await expect(ask(name, options)).rejects.toThrow(text)
})

it('half a history, and none, are refused', async () => {
  const bare = writeTree({})
  await expect(ask(undefined, {}, bare)).rejects.toThrow('not in a Git repository')
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${root}`, 'clone'], { cwd: bare })
  await expect(ask(undefined, {}, join(bare, 'clone'))).rejects.toThrow('the clone is shallow')
  rmSync(bare, { recursive: true })
})
