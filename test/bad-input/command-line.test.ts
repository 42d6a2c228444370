import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { repository } from '../../scripts/testing/capture.ts'
import { writeTree } from '../../scripts/testing/write-tree.ts'

/** The program as `npm run` starts it, from the folder in which the user stands. */
function run(cwd: string, args: readonly string[], options: { uid?: number } = {}) {
  const env = { ...process.env, INIT_CWD: cwd }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(repository, 'scripts/start.mjs'), ...args], {
    cwd: repository,
    encoding: 'utf8',
    ...options,
    env,
  })
  return { status, stdout, stderr }
}

const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n'

it('ends with 0 where nothing is wrong, and PATHs start where the user stands', () => {
  const { status, stdout } = run(writeTree({ 'a.yaml': configMap }), ['validate', 'a.yaml'])
  expect([status, stdout]).toEqual([
    0,
    expect.stringMatching(/^1 resource, Kubernetes \S+: 0 errors, 0 warnings, 0 skipped/),
  ])
})

it('ends with 1 where something is wrong', () => {
  expect(run(writeTree({ 'a.yaml': `${configMap}dat: {}\n` }), ['validate', 'a.yaml']).status).toBe(1)
})

it.each([
  ['a path that does not exist', ['validate', 'nowhere']],
  ['an unknown option', ['validate', '--formt', 'json']],
  ['an unknown format', ['validate', '--format', 'xml']],
  ['an unknown command', ['valdate']],
  ['no folder to render', ['render']],
  ['a folder to render that does not exist', ['render', 'nowhere']],
])('ends with 2 and without a stack trace: %s', (_, args) => {
  const { status, stdout, stderr } = run(writeTree({}), args)
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^error: /)
  expect(stderr).not.toMatch(/^ +at /m)
})

it('suggests the format that was meant', () => {
  const { status, stderr } = run(writeTree({}), ['validate', '--format', 'sarfi'])
  expect([status, stderr]).toEqual([2, 'error: --format "sarfi": did you mean "sarif"?\n'])
})

it('renders to the output, and tells of errors elsewhere', () => {
  const good = writeTree({ 'kustomization.yaml': 'resources: [a.yaml]\n', 'a.yaml': configMap })
  expect(run(good, ['render', '.'])).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^apiVersion: v1\n/),
    stderr: '',
  })
  const bad = writeTree({ 'kustomization.yaml': 'resources: [b.yaml]\n' })
  expect(run(bad, ['render', '.'])).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('kustomization.yaml:1:13'),
  })
})

it('prints no colour into a pipe', () => {
  const folder = writeTree({ 'a.yaml': `${configMap}dat: {}\n` })
  expect(run(folder, ['validate', 'a.yaml']).stdout).not.toContain('\u001b')
})

/** The superuser may read everything, so that another user must run this where the tests run as root. */
it('tells of folders and files that may not be read', context => {
  const isRoot = process.getuid?.() === 0
  const folder = writeTree({ 'a.yaml': configMap, 'b.yaml': configMap })
  mkdirSync(join(folder, 'closed'))
  for (const name of ['closed', 'b.yaml']) chmodSync(join(folder, name), 0)
  chmodSync(folder, 0o755)
  const nobody = isRoot ? { uid: 65534 } : {}
  if (isRoot && run(folder, ['validate', 'a.yaml'], nobody).status !== 0)
    context.skip('skipped 1 test: this repository may be read by the superuser only')
  const { status, stdout } = run(folder, ['validate', '--format', 'json', '.'], nobody)
  const found = JSON.parse(stdout).diagnostics.map(({ code, file }: Record<string, string>) => `${code} ${file}`)
  expect([status, found]).toEqual([1, ['unreadable b.yaml', 'unreadable closed']])
  expect(run(folder, ['validate', 'closed'], nobody)).toMatchObject({ status: 1 })
})
