import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import schema from '../../../schemas/validate-report.schema.json' with { type: 'json' }
import { applyChanges } from '../../disk/apply-changes.ts'
import { planFleet, readFleet } from '../../fleet/plan-fleet.ts'
import { capture, repository } from '../../testing/capture.ts'
import { gitIn } from '../../testing/git-in.ts'
import { writeTree } from '../../testing/write-tree.ts'
import { type ChangeArguments, validateChange } from './validate-change.ts'

const defaults = `role: cloud
engine: flux
topology: single-node
repository: { url: "https://git.example.org/f.git" }
secrets: { provider: existing }
`
const settings = (id: number, more = '') =>
  `site: { id: "${id}", location: { latitude: 1, longitude: 2 } }\naddress: 192.0.2.${id}\n${more}`
const sites = ['one', 'two', 'three']

// Other processes have temporary folders, too: those of these tests stand apart.
const temporary = mkdtempSync(join(tmpdir(), 'fogflow-gitops-change-'))
vi.stubEnv('TMPDIR', temporary)

let root = ''
const git = (...args: string[]) => gitIn(root, ...args)

beforeAll(() => {
  root = writeTree({
    'clusters/defaults.yaml': defaults,
    ...Object.fromEntries(sites.map((name, at) => [`clusters/a/${name}/cluster.yaml`, settings(at + 1)])),
  })
  for (const folder of ['base', 'overlays/single-node', 'schemas/fogflow', 'schemas/compose'])
    cpSync(join(repository, folder), join(root, folder), { recursive: true })
  generate()
  git('init', '--quiet', '--initial-branch=main')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'one')
})

afterEach(() => {
  git('checkout', '--quiet', '--force', 'main')
  git('clean', '--quiet', '--force', '-d')
})
afterAll(() => {
  rmSync(temporary, { recursive: true, force: true })
  vi.unstubAllEnvs()
})

const generate = () => applyChanges(planFleet(readFleet(root).fleet), root)

function edit(path: string, change: (text: string) => string): void {
  const file = join(root, path)
  const text = readFileSync(file, 'utf8')
  expect(change(text), path).not.toBe(text)
  writeFileSync(file, change(text))
}

function set(site: string, more: string): void {
  writeFileSync(join(root, `clusters/a/${site}/cluster.yaml`), settings(sites.indexOf(site) + 1, more))
  generate()
}

interface Found {
  readonly code: string
  readonly severity: string
  readonly message: string
  readonly file?: string
  readonly line?: number
  readonly clusters?: readonly string[]
}

async function ask(options: Partial<ChangeArguments> = {}) {
  const { environment, output } = capture(root, root)
  const usual = { base: 'main', format: 'json', release: '3.2.8', all: false }
  const exitCode = await validateChange([], { ...usual, ...options }, environment)
  const report = JSON.parse(output())
  const found = (report.diagnostics as Found[]).filter(({ code }) => codes.includes(code))
  return { exitCode, found, report }
}

const codes = ['immutable-field', 'not-revertable', 'blast-radius']
const leftovers = () => readdirSync(temporary)

it('where nothing changes, nothing is found, no rule is skipped, and nothing is left behind', async () => {
  const before = leftovers()
  const { exitCode, report } = await ask()
  expect(report.summary.errors).toBe(0)
  expect(exitCode).toBe(0)
  expect(report.summary).not.toHaveProperty('skippedRules')
  expect(new Ajv({ strictRequired: false }).validate(schema, report)).toBe(true)
  expect(leftovers()).toEqual(before)
})

describe('a change of one cluster', () => {
  it('that a revert takes back is right', async () => {
    set('one', 'worker: { capacity: 3 }\n')
    expect(await ask()).toMatchObject({ exitCode: 0, found: [] })
  })

  it('to a broker of another version cannot be reverted, and is told at the line that says so', async () => {
    set('one', 'images:\n  rabbitmq:\n    tag: 4.2-management\n')
    const { exitCode, found } = await ask()
    expect(exitCode).toBe(1)
    expect(found).toMatchObject([{ code: 'not-revertable', severity: 'error', clusters: ['clusters/a/one'] }])
    expect(found[0]).toMatchObject({ file: 'clusters/a/one/cluster.yaml', line: 5 })
  })

  it('is told and no error where a person has accepted it', async () => {
    set('one', 'images: { rabbitmq: { tag: 4.2-management } }\n')
    const { exitCode, found } = await ask({ accept: ['not-revertable'] })
    expect(exitCode).toBe(0)
    expect(found).toMatchObject([{ severity: 'warning', message: expect.stringMatching(/^accepted: /) }])
    expect((await ask({ accept: ['blast-radius', 'immutable-field'] })).exitCode).toBe(1)
  })

  it('that takes away the namespaces of tasks loses what is in them', async () => {
    set('one', 'worker: { replicas: 2 }\n')
    git('switch', '--quiet', '--create', 'two-workers')
    git('commit', '--quiet', '--all', '--message', 'two')
    set('one', '')
    expect((await ask({ base: 'two-workers' })).found).toMatchObject([
      { code: 'not-revertable', message: expect.stringContaining('fogflow-tasks-1') },
    ])
    git('checkout', '--quiet', '.')
    expect((await ask({ base: 'main' })).found).toEqual([])
    git('checkout', '--quiet', 'main')
    git('branch', '--quiet', '-D', 'two-workers')
  })
})

describe('a claim', () => {
  const size = (size: string) => (text: string) => text.replace(/storage: \d+\w*/, `storage: ${size}`)
  const claim = 'base/designer/persistent-volume-claim.yaml'

  it('that shrinks is refused, and told once', async () => {
    edit(claim, size('1Mi'))
    const { found } = await ask({ accept: ['blast-radius'] })
    expect(found.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'immutable-field', file: claim, clusters: sites.map(name => `clusters/a/${name}`).sort() },
    ])
  })

  it('that grows is not: its revert is', async () => {
    edit(claim, size('100Gi'))
    const { found } = await ask({ accept: ['blast-radius'] })
    expect(found.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'not-revertable', file: claim },
    ])
  })
})

describe('a change of what clusters share', () => {
  it('reaches more of them at once than a wave may, and says which file does it', async () => {
    edit('base/master/deployment.yaml', text =>
      text.replace('terminationGracePeriodSeconds: ', 'terminationGracePeriodSeconds: 1'),
    )
    const { exitCode, found } = await ask()
    expect(exitCode).toBe(1)
    expect(found).toMatchObject([
      {
        code: 'blast-radius',
        file: 'base/master/deployment.yaml',
        clusters: sites.map(name => `clusters/a/${name}`).sort(),
      },
    ])
    expect((await ask({ accept: ['blast-radius'] })).exitCode).toBe(0)
  })

  it('is as large as the waves that the clusters say they are in', async () => {
    for (const name of sites) set(name, 'rollout: { wave: 1 }\n')
    edit('base/master/deployment.yaml', text =>
      text.replace('terminationGracePeriodSeconds: ', 'terminationGracePeriodSeconds: 1'),
    )
    expect((await ask()).found).toEqual([])
  })

  it('is none where what runs stays as it is', async () => {
    edit('clusters/defaults.yaml', text => `${text}worker: { capacity: 3 }\n`)
    for (const [at, name] of sites.entries())
      writeFileSync(join(root, `clusters/a/${name}/cluster.yaml`), settings(at + 1, 'worker: { capacity: 3 }\n'))
    generate()
    git('switch', '--quiet', '--create', 'capacity')
    git('commit', '--quiet', '--all', '--message', 'two')
    for (const [at, name] of sites.entries())
      writeFileSync(join(root, `clusters/a/${name}/cluster.yaml`), settings(at + 1))
    generate()
    expect((await ask({ base: 'HEAD' })).found).toEqual([])
    git('checkout', '--quiet', '--force', 'main')
    git('branch', '--quiet', '-D', 'capacity')
  })

  it('and new clusters are no change of those that are there', async () => {
    for (const id of [4, 5, 6]) {
      mkdirSync(join(root, `clusters/a/new-${id}`))
      writeFileSync(join(root, `clusters/a/new-${id}/cluster.yaml`), settings(id))
    }
    generate()
    expect((await ask()).found).toEqual([])
  })
})

it('where the earlier state does not build, what cannot be compared is counted as skipped', async () => {
  writeFileSync(join(root, 'clusters/a/one/fogflow/kustomization.yaml'), 'resources: [nothing]\n')
  git('switch', '--quiet', '--create', 'broken')
  git('commit', '--quiet', '--all', '--message', 'two')
  generate()
  const { exitCode, report } = await ask({ base: 'broken' })
  expect(exitCode).toBe(0)
  expect(report.summary.skipped).toBe(1)
  git('checkout', '--quiet', '--force', 'main')
  git('branch', '--quiet', '-D', 'broken')
})

describe('what cannot be done is said', () => {
  it.each([
    [{ base: 'nowhere' }, '"nowhere"'],
    [{ base: '--output=x' }, '"--output=x"'],
    [{ accept: ['blast-radios'] }, 'did you mean "blast-radius"?'],
    [{ accept: ['everything'] }, 'immutable-field, not-revertable'],
  ])('%j', async (options, text) => {
    await expect(ask(options)).rejects.toThrow(text)
  })

  it('--accept without a base, and a base with PATHs', async () => {
    const { environment } = capture(root, root)
    const usual = { format: 'json', release: '3.2.8', all: false }
    await expect(validateChange([], { ...usual, accept: ['blast-radius'] }, environment)).rejects.toThrow('--base')
    await expect(validateChange(['base'], { ...usual, base: 'main' }, environment)).rejects.toThrow('"base"')
  })

  it('no repository, and a shallow clone of one', async () => {
    const bare = writeTree({ 'clusters/defaults.yaml': '' })
    const usual = { format: 'json', release: '3.2.8', all: false, base: 'HEAD~1' }
    await expect(validateChange([], usual, capture(bare, bare).environment)).rejects.toThrow('not in a Git repository')
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${root}`, 'clone'], { cwd: bare })
    const clone = join(bare, 'clone')
    await expect(validateChange([], usual, capture(clone, clone).environment)).rejects.toThrow('the clone is shallow')
    rmSync(bare, { recursive: true })
  })
})
