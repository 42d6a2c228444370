import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { configMap } from '../testing/build-files.ts'
import { run } from './run.ts'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kustomize-ts-'))
  writeFileSync(join(folder, 'kustomization.yaml'), 'resources: [cm.yaml]\n')
  writeFileSync(join(folder, 'cm.yaml'), configMap('cm'))
})

afterAll(() => rmSync(folder, { recursive: true }))

it('builds the working directory', () => {
  expect(run(['build'], folder)).toEqual({ exitCode: 0, stdout: configMap('cm'), stderr: '' })
})

it('names a file for the output', () => {
  expect(run(['build', '.', '-o', 'out.yaml'], folder)).toMatchObject({
    ...{ exitCode: 0, stdout: '' },
    files: [{ path: join(folder, 'out.yaml'), text: configMap('cm') }],
  })
})

it('names a file a resource in a folder for the output', () => {
  expect(run(['build', '.', '-o', '.'], folder)).toMatchObject({
    files: [{ path: join(folder, 'v1_configmap_cm.yaml'), text: configMap('cm') }],
  })
})

it.each([
  [['--enable-managedby-label=false'], false],
  [['--enable-managedby-label=T'], true],
  [['--reorder=none', '--reorder', 'legacy', '--enable-managedby-label=1'], true],
])('takes %j as kustomize does', (flags, isLabelled) => {
  expect(run(['build', ...flags], folder).stdout.includes('managed-by')).toBe(isLabelled)
})

it('labels what it builds', () => {
  expect(run(['build', '--enable-managedby-label'], folder).stdout).toContain('managed-by: kustomize-v5.8.1\n')
})

it('reports a folder without kustomization at its place', () => {
  const { exitCode, stdout, stderr } = run(['build', 'no'], folder)
  expect([exitCode, stdout]).toEqual([1, ''])
  expect(stderr).toContain('no:1:1  error  file-not-found')
})

it('explains a field with the lines that have set it', () => {
  const { exitCode, stdout } = run(['build', '--explain', 'ConfigMap/cm', 'data.a'], folder)
  expect([exitCode, stdout]).toEqual([0, 'b\n  cm.yaml:3:6  a: b\n'])
})

it.each([
  [['ConfigMap/cn', 'data.a'], 'did you mean "ConfigMap/cm"?'],
  [['cm', 'data.a'], 'is not Kind/name'],
  [['default/ConfigMap/cm', 'data.b'], 'data has no "b"; it has a'],
])('cannot explain %s', (question, reason) => {
  expect(run(['build', '.', '--explain', ...question], folder)).toMatchObject({
    ...{ exitCode: 2, stdout: '' },
    stderr: expect.stringContaining(reason),
  })
})

it('leaves the lines of a batch to the caller', () => {
  expect(run(['build', '--batch', '--reorder', 'none'], folder)).toMatchObject({ batch: { reorder: 'none' } })
})

it.each([
  ['build', '--batch', 'a'],
  ['build', '--batch', '-o', 'x'],
  ['build', '--explain', 'ConfigMap/cm'],
])('%s %s %s says what is missing', (...args) => {
  expect(run(args, folder)).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringMatching(/^Error: .+\n$/) })
})

it.each([
  ['run'],
  ['build', 'a', 'b'],
  ['build', '--reorder', 'x'],
  ['build', '--enable-helm'],
  ['build', '--nope'],
  ['build', '-e', 'A=b'],
  ['build', '-eA=b'],
  ['build', '--enable-managedby-label=x'],
])('%s %s %s is no command', (...args) => {
  expect(run(args, folder)).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringMatching(/^Error: .+\n$/) })
})

it('explains itself', () => expect(run(['--help'], folder)).toMatchObject({ exitCode: 0, stderr: '' }))
