import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { configMap } from './src/testing/build-files.ts'

const repository = resolve(import.meta.dirname, '../..')
let root = ''
let project = ''

function run(command: string, args: readonly string[], cwd = project): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

function writeProject(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(project, path), text)
}

/** The package and its one dependency, packed, go into an empty project without a registry. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'kustomize-ts-pack-'))
  project = join(root, 'project')
  mkdirSync(join(project, 'app'), { recursive: true })
  run('npm', ['pack', '--pack-destination', root], join(repository, 'packages/kustomize-ts'))
  run('npm', ['pack', join(repository, 'node_modules/yaml'), '--pack-destination', root], root)
  const packed = readdirSync(root).filter(name => name.endsWith('.tgz'))
  writeProject({
    'package.json': '{"name": "project", "private": true, "type": "module"}',
    'app/kustomization.yaml': 'resources: [cm.yaml]\nnamePrefix: a-\n',
    'app/cm.yaml': configMap('cm'),
  })
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', ...packed.map(name => join(root, name))])
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

it('the packed package brings its one dependency and nothing else', () => {
  expect(readdirSync(join(project, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual([
    'kustomize-ts',
    'yaml',
  ])
})

it('its command builds a kustomization', () => {
  expect(run('npx', ['--no-install', 'kustomize-ts', 'build', 'app'])).toBe(configMap('a-cm'))
})

it('its types hold for strict TypeScript, without those of Node, and its code runs', () => {
  const program = `import { build, type BuildResult } from 'kustomize-ts'
const { yaml }: BuildResult = build('app', { engine: 'flux' })
// @ts-expect-error there is no such engine
build('app', { engine: 'helm' })
export const text: string = yaml
`
  writeProject({ 'use.ts': program, 'run.js': "import { text } from './use.js'\nprocess.stdout.write(text)\n" })
  const compiler = join(repository, 'node_modules/typescript/bin/tsc')
  const options = ['--strict', '--module', 'nodenext', '--target', 'es2022']
  run(process.execPath, [compiler, ...options, 'use.ts'])
  expect(run(process.execPath, ['run.js'])).toBe(configMap('a-cm'))
})

it('in its repository the command runs what the sources say', () => {
  const command = join(repository, 'packages/kustomize-ts/bin/kustomize-ts.mjs')
  expect(run(process.execPath, [command, 'build', 'app'])).toBe(configMap('a-cm'))
})
