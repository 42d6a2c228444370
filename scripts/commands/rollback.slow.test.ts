import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyChanges } from '../disk/apply-changes.ts'
import { planFleet, readFleet } from '../fleet/plan-fleet.ts'
import { buildRollback } from '../fleet/rollback/build-rollback.ts'
import { parseBody } from '../rollout/rollback/describe-rollback.ts'
import { capture, repository } from '../testing/capture.ts'
import { gitIn } from '../testing/git-in.ts'
import { writeTree } from '../testing/write-tree.ts'
import { type RollbackArguments, rollback } from './rollback.ts'

const defaults = `role: cloud
engine: flux
topology: single-node
repository: { url: "https://git.example.org/f.git" }
worker: { capacity: 4 }
`
const settings = (id: number, rest = '') =>
  `site: { id: "${id}", location: { latitude: 1, longitude: 2 } }\naddress: 192.0.2.${id}\n${rest}`

let root = ''
const git = (...args: string[]) => gitIn(root, ...args)

beforeEach(() => {
  root = writeTree({ 'clusters/defaults.yaml': defaults, ...sites() })
  for (const folder of ['base', 'overlays']) cpSync(join(repository, folder), join(root, folder), { recursive: true })
  mkdirSync(join(root, 'schemas'))
  for (const folder of ['fogflow', 'compose'])
    symlinkSync(join(repository, 'schemas', folder), join(root, 'schemas', folder))
  git('init', '--quiet', '--initial-branch=main')
  commit('feat: begin')
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

function sites(): Record<string, string> {
  return Object.fromEntries([1, 2, 3].map(id => [`clusters/a/${'xyz'[id - 1]}/cluster.yaml`, settings(id)]))
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

/** Generates, commits all of it, and returns the commit. */
function commit(message: string): string {
  applyChanges(planFleet(readFleet(root).fleet), root)
  git('add', '--all')
  git('commit', '--quiet', '--allow-empty', '--message', message)
  return git('rev-parse', 'HEAD')
}

const change = (path: string, text: string, message: string) => {
  write(path, text)
  return commit(message)
}

async function ask(options: Partial<RollbackArguments>) {
  const { environment, output, errors } = capture(root, root)
  const exitCode = await rollback({ reason: 'it failed', dryRun: true, ...options }, environment)
  return { exitCode, text: output(), errors: errors() }
}

const build = (options: { commit: string; only?: readonly string[] }) =>
  buildRollback({ root, tip: git('rev-parse', 'HEAD'), reason: 'why', ...options })

const x = 'clusters/a/x/cluster.yaml'
const heldCapacity = (id: number) =>
  `${settings(id)}rollout:\n  hold:\n    key: worker.capacity\n    value: 3\n    reason: why\n`

describe('what a commit did is taken back', () => {
  it('in the settings, with a hold on the value, and in what is generated from them', async () => {
    const bad = change(x, settings(1, 'worker: { capacity: 3 }\n'), 'feat: less')
    const { changes, holds, diagnostics } = await build({ commit: bad })
    expect(diagnostics).toEqual([])
    expect(holds).toEqual([{ key: 'worker.capacity', value: 3, reason: 'why' }])
    expect(changes.get(x)).toBe(heldCapacity(1))
    const before = (path: string) => git('show', `${bad}^:${path}`)
    const generated = [...changes].filter(([path]) => path.includes('/fogflow/'))
    expect(generated).not.toEqual([])
    for (const [path, text] of generated) expect(text?.trimEnd()).toBe(before(path))
  })

  it('while later changes of the same files stay', async () => {
    const bad = change(x, settings(1, 'worker: { capacity: 3 }\n'), 'feat: less')
    change(x, `# a word\n${settings(1, 'worker: { capacity: 3 }\n')}`, 'docs: a word')
    change('clusters/defaults.yaml', `${defaults}kubernetes: "1.35"\n`, 'feat: newer')
    const { changes, diagnostics } = await build({ commit: bad })
    expect(diagnostics).toEqual([])
    expect(changes.get(x)).toBe(`# a word\n${heldCapacity(1)}`)
    expect(changes.has('clusters/defaults.yaml')).toBe(false)
  })

  it('of a merge commit, all that it brought', async () => {
    git('switch', '--quiet', '--create', 'branch')
    change(x, settings(1, 'worker: { capacity: 3 }\n'), 'feat: less')
    change('clusters/a/y/cluster.yaml', settings(2, 'worker: { capacity: 3 }\n'), 'feat: less, too')
    git('switch', '--quiet', 'main')
    git('merge', '--quiet', '--no-ff', '--message', 'Merge pull request #7 from a/branch', 'branch')
    const { text } = await ask({ pr: '7' })
    expect(text).toContain('clusters/a/x/cluster.yaml')
    expect(text).toContain('clusters/a/y/cluster.yaml')
    expect(text).toContain('revert: Merge pull request #7')
  })

  it('also where it added or removed a cluster', async () => {
    const added = change('clusters/a/new/cluster.yaml', settings(9), 'feat: one more')
    const { changes } = await build({ commit: added })
    expect([...changes.values()].every(text => text === undefined)).toBe(true)
    expect(changes.size).toBeGreaterThan(3)
    rmSync(join(root, 'clusters/a/z'), { recursive: true })
    const removed = commit('feat: one less')
    const back = await build({ commit: removed })
    expect([...back.changes.keys()].filter(path => path.startsWith('clusters/a/z/')).length).toBeGreaterThan(3)
    expect(back.diagnostics).toEqual([])
  })

  it('twice, so that the value is there again and no hold is left', async () => {
    const bad = change(x, settings(1, 'worker: { capacity: 3 }\n'), 'feat: less')
    const there = git('rev-parse', 'HEAD^{tree}')
    for (const [path, text] of (await build({ commit: bad })).changes) if (text) write(path, text)
    const back = commit('revert: less')
    for (const [path, text] of (await build({ commit: back })).changes) if (text) write(path, text)
    commit('revert: revert: less')
    expect(git('rev-parse', 'HEAD^{tree}')).toBe(there)
  })
})

describe('for some clusters alone', () => {
  it('what came through a defaults.yaml is set in their own files', async () => {
    const bad = change('clusters/defaults.yaml', defaults.replace('capacity: 4', 'capacity: 3'), 'feat: less')
    const { changes, diagnostics } = await build({ commit: bad, only: ['a/y'] })
    expect(diagnostics).toEqual([])
    expect(changes.get('clusters/a/y/cluster.yaml')).toContain('capacity: 4')
    expect(changes.get('clusters/a/y/cluster.yaml')).toContain('value: 3')
    expect([...changes.keys()].every(path => path.startsWith('clusters/a/y/'))).toBe(true)
  })

  it('what a defaults.yaml gave them for the first time cannot be taken from one of them', async () => {
    const bad = change('clusters/defaults.yaml', `${defaults}kubernetes: "1.35"\n`, 'feat: newer')
    const { diagnostics, changes } = await build({ commit: bad, only: ['a/y'] })
    const place = { line: defaults.split('\n').length, column: 13 }
    expect(diagnostics).toMatchObject([{ code: 'revert-conflict', source: place }])
    expect(changes.size).toBe(0)
  })

  it('the last change of one cluster is found', async () => {
    change('clusters/a/y/cluster.yaml', settings(2, 'worker: { capacity: 3 }\n'), 'feat: less')
    change(x, settings(1, 'worker: { capacity: 2 }\n'), 'feat: other')
    const { exitCode, text } = await ask({ cluster: 'y' })
    expect(exitCode).toBe(0)
    expect(text).toContain('revert: feat: less in a/y')
  })

  it('what a later commit has changed again is a conflict at its line', async () => {
    const bad = change(x, settings(1, 'worker: { capacity: 3 }\n'), 'feat: less')
    change(x, settings(1, 'worker: { capacity: 2 }\n'), 'feat: even less')
    const { diagnostics } = await build({ commit: bad, only: ['a/x'] })
    expect(diagnostics).toMatchObject([{ code: 'revert-conflict', source: { line: 3, column: 21 } }])
  })
})

describe('nothing is opened', () => {
  it('where later commits have changed the same lines: they are shown, and none is chosen', async () => {
    const bad = change(x, settings(1, 'worker: { capacity: 3 }\n'), 'feat: less')
    change(x, settings(1, 'worker: { capacity: 2 }\n'), 'feat: even less')
    const { exitCode, errors, text } = await ask({ commit: bad })
    expect(exitCode).toBe(1)
    expect(text).toBe('')
    expect(errors).toContain(`${x}:3:1  error  revert-conflict`)
    expect(errors).toContain('capacity: 2')
  })

  it('where no revert can undo it: a claim that would have to shrink', async () => {
    const bad = change(x, settings(1, 'storage: { sizes: { designer: 9Gi } }\n'), 'feat: more room')
    const { exitCode, errors } = await ask({ commit: bad })
    expect(exitCode).toBe(1)
    expect(errors).toContain('rollback-immutable')
  })

  it('where the tree of before is not valid today', async () => {
    const bad = change('clusters/a/y/cluster.yaml', settings(5), 'fix: another id')
    change(x, settings(2), 'feat: that id is free')
    const { exitCode, errors } = await ask({ commit: bad })
    expect(exitCode).toBe(1)
    expect(errors).toMatch(/clusters\/a\/[xy]\/cluster\.yaml:\d+:\d+ {2}error/)
  })

  it.each([
    [{}, 'exactly one of'],
    [{ commit: 'HEAD', pr: '1' }, 'exactly one of'],
    [{ commit: 'nothing' }, 'no commit "nothing"'],
    [{ commit: '--help' }, 'no commit "--help"'],
    [{ pr: '1; rm' }, 'no number'],
    [{ pr: '4' }, 'no commit names'],
    [{ cluster: 'a/q' }, 'no cluster'],
    [{ commit: 'HEAD' }, 'the first commit'],
    [{ commit: 'HEAD', base: 'nowhere' }, 'no commit "nowhere"'],
    [{ commit: 'HEAD', dryRun: false }, 'GITHUB_TOKEN'],
  ])('where %j asks for what is not there: %s', async (options, reason) => {
    await expect(ask(options)).rejects.toThrow(reason)
  })

  it('for a commit that changes nothing that is deployed, or is not on the branch', async () => {
    change('README.md', 'words', 'docs: words')
    await expect(ask({ commit: 'HEAD' })).rejects.toThrow('nothing of it is deployed')
    git('switch', '--quiet', '--create', 'side', 'HEAD^')
    change(x, settings(1, 'worker: { capacity: 3 }\n'), 'feat: less')
    await expect(ask({ commit: 'side' })).rejects.toThrow('not part of main')
    git('switch', '--quiet', 'main')
  })

  it('for some clusters of a commit that changes what all share', async () => {
    write('base/broker/service.yaml', `${readFileSync(join(root, 'base/broker/service.yaml'), 'utf8')}# more\n`)
    commit('feat: base')
    await expect(ask({ commit: 'HEAD', only: ['x'] })).rejects.toThrow('which all clusters share')
  })
})

it('a subject made to break out stays a text', async () => {
  const subject = 'feat: `x` --> <!-- fogflow-rollout: {"kind":"wave"} --> @all $(id)'
  change(x, settings(1, 'worker: { capacity: 3 }\n'), subject)
  const { text } = await ask({ commit: 'HEAD' })
  expect(text).toContain(['``', subject, '``'].join(' '))
  expect(parseBody(text)?.subject).toBe(subject)
})

it('neither the work tree nor the clone is touched', async () => {
  const bad = change(x, settings(1, 'worker: { capacity: 3 }\n'), 'feat: less')
  const state = () => [git('status', '--porcelain'), git('count-objects'), git('for-each-ref'), git('stash', 'list')]
  const before = state()
  await ask({ commit: bad })
  expect(state()).toEqual(before)
})
