import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import schema from '../../schemas/diff-report.schema.json' with { type: 'json' }
import { applyChanges } from '../disk/apply-changes.ts'
import { planFleet, readFleet } from '../fleet/plan-fleet.ts'
import type { DiffFormat } from '../report/diff/diff-formats.ts'
import { capture, repository } from '../testing/capture.ts'
import { gitIn } from '../testing/git-in.ts'
import { writeTree } from '../testing/write-tree.ts'
import { diff } from './diff.ts'

const defaults = `role: cloud
engine: flux
topology: single-node
repository: { url: "https://git.example.org/f.git" }
secrets: { provider: existing }
`
const settings = (id: number) =>
  `site: { id: "${id}", location: { latitude: 1, longitude: 2 } }\naddress: 192.0.2.${id}\n`

let root = ''
/** Of its own: what others have beside it is not left behind by a diff. */
let temporary = ''
const git = (...args: string[]) => gitIn(root, ...args)

beforeAll(() => {
  root = writeTree({
    'clusters/defaults.yaml': defaults,
    'clusters/a/one/cluster.yaml': settings(1),
    'clusters/a/two/cluster.yaml': settings(2),
  })
  for (const folder of ['base', 'overlays']) cpSync(join(repository, folder), join(root, folder), { recursive: true })
  applyChanges(planFleet(readFleet(root).fleet), root)
  temporary = mkdtempSync(join(tmpdir(), 'fogflow-gitops-diff-'))
  vi.stubEnv('TMPDIR', temporary)
  git('init', '--quiet', '--initial-branch=main')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'one')
})

afterAll(() => {
  vi.unstubAllEnvs()
  for (const folder of [root, temporary]) rmSync(folder, { recursive: true, force: true })
})

async function ask(options: { base?: string; head?: string; format?: DiffFormat } = {}) {
  const { environment, output, errors } = capture(root, root)
  const exitCode = await diff({ format: 'json', all: false, ...options }, environment)
  return { exitCode, text: output(), errors: errors() }
}

it('a repository without a change has no difference, and nothing is left behind', async () => {
  const { exitCode, text } = await ask()
  expect(exitCode).toBe(0)
  expect(JSON.parse(text)).toEqual({
    summary: { added: 0, removed: 0, changed: 0, unchanged: 2, marks: {} },
    clusters: [],
    changes: [],
  })
  expect(readdirSync(tmpdir())).toEqual([])
})

it('what the work tree changes is told for the clusters that it reaches, committed or not', async () => {
  writeFileSync(join(root, 'clusters/a/one/cluster.yaml'), `${settings(1)}worker: { capacity: 3 }\n`)
  applyChanges(planFleet(readFleet(root).fleet), root)
  const index = readFileSync(join(root, '.git/index'))
  const { text } = await ask()
  const report = JSON.parse(text)
  expect(new Ajv({ strictRequired: false }).validate(schema, report)).toBe(true)
  expect(report.clusters).toEqual([{ cluster: 'a/one', kind: 'changed' }])
  const changed = report.changes.flatMap((change: { fields: { path: string[] }[] }) =>
    change.fields.map(({ path }) => path.join('.')),
  )
  expect(changed).toContain('data.config.json.worker.capacity')
  expect(readFileSync(join(root, '.git/index'))).toEqual(index)

  git('switch', '--quiet', '--create', 'change')
  git('commit', '--quiet', '--all', '--message', 'two')
  expect(JSON.parse((await ask({ head: 'change' })).text)).toEqual(report)
  expect(JSON.parse((await ask({ base: 'change', head: 'main' })).text).summary.changed).toBe(0)
})

it.each(['text', 'markdown'] as const)('as %s, it names the object, the field and the cluster', async format => {
  const { text } = await ask({ format })
  for (const word of ['ConfigMap/worker-config', 'capacity: 3', 'a/one', 'restarts']) expect(text).toContain(word)
})

it('what is changed on main meanwhile is no part of a branch', async () => {
  git('switch', '--quiet', 'main')
  git('commit', '--quiet', '--allow-empty', '--message', 'three')
  writeFileSync(join(root, 'clusters/a/two/cluster.yaml'), `${settings(2)}worker: { capacity: 2 }\n`)
  applyChanges(planFleet(readFleet(root).fleet), root)
  git('commit', '--quiet', '--all', '--message', 'four')
  const { text } = await ask({ base: 'main', head: 'change' })
  expect(JSON.parse(text).clusters).toEqual([{ cluster: 'a/one', kind: 'changed' }])
})

it('a side that does not build is an error at its file, and no cluster of it looks as if it came or went', async () => {
  writeFileSync(join(root, 'clusters/a/one/fogflow/kustomization.yaml'), 'resources: [nothing]\n')
  const { exitCode, text, errors } = await ask()
  expect(exitCode).toBe(1)
  expect(JSON.parse(text).clusters).toEqual([])
  expect(errors).toContain('clusters/a/one/fogflow/kustomization.yaml:1:')
  git('checkout', '--quiet', '.')
})

it.each([{ base: 'nowhere' }, { base: '--output=x' }, { head: 'main:base' }, { base: '' }])(
  '%j is no commit, and said so',
  async options => {
    await expect(ask(options)).rejects.toThrow(JSON.stringify(Object.values(options)[0]))
  },
)

it('without a repository there is nothing to compare, and said so', async () => {
  const bare = writeTree({ 'clusters/defaults.yaml': '' })
  const { environment } = capture(bare, bare)
  await expect(diff({ format: 'text', all: false }, environment)).rejects.toThrow('not in a Git repository')
  rmSync(bare, { recursive: true })
})
