import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { repository } from '../../scripts/testing/capture.ts'
import { writeTree } from '../../scripts/testing/write-tree.ts'

/** A copy of the toolchain with a node_modules of its own, so that it has a cache of its own. */
function copyToolchain(): string {
  const root = writeTree({})
  for (const name of ['scripts', 'packages', 'package.json', 'package-lock.json', 'schemas'])
    cpSync(join(repository, name), join(root, name), { recursive: true })
  mkdirSync(join(root, 'node_modules'))
  const workspaces: Readonly<Record<string, string>> = {
    'kustomize-ts': 'packages/kustomize-ts',
    'kubernetes-json-schema': 'schemas/kubernetes',
  }
  for (const name of readdirSync(join(repository, 'node_modules')).filter(name => name !== '.cache')) {
    const [home, path] = workspaces[name] ? [root, workspaces[name]] : [repository, `node_modules/${name}`]
    symlinkSync(join(home, path), join(root, 'node_modules', name))
  }
  return root
}

/** Runs `validate --help`: what it prints, behind its exit code. */
function help(root: string): Promise<string> {
  return new Promise(resolve => {
    execFile(process.execPath, [join(root, 'scripts/start.mjs'), 'validate', '--help'], (error, stdout, stderr) =>
      resolve(`${error?.code ?? 0} ${stdout}${stderr}`),
    )
  })
}

let root = ''
beforeEach(() => {
  root = copyToolchain()
})

it('runs the sources as they are, not as they were', async () => {
  expect(await help(root)).toMatch(/^0 Usage: npm run validate/)
  const cli = join(root, 'scripts/cli.ts')
  writeFileSync(cli, readFileSync(cli, 'utf8').replace("'check kustomizations", "'look at kustomizations"))
  expect(await help(root)).toContain('look at kustomizations')
})

it('runs several times at once, and the first time of all', async () => {
  const all = await Promise.all([1, 2, 3, 4].map(() => help(root)))
  for (const one of all) expect(one).toMatch(/^0 Usage/)
})

it('runs where nothing may be written', async () => {
  writeFileSync(join(root, 'node_modules/.cache'), 'a file where the folder would be')
  expect(await help(root)).toMatch(/^0 Usage/)
})

it('runs with what a broken cache left behind', async () => {
  await help(root)
  const cache = join(root, 'node_modules/.cache/fogflow-gitops')
  for (const name of readdirSync(cache).filter(name => name.endsWith('.v8')))
    writeFileSync(join(cache, name), 'no code')
  expect(await help(root)).toMatch(/^0 Usage/)
})

it('says in one sentence when it is not installed', async () => {
  rmSync(join(root, 'node_modules'), { recursive: true })
  expect(await help(root)).toMatch(/^2 error: the toolchain does not start: [^\n]*npm ci[^\n]*\n$/)
})
