import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { writeTree } from '../../scripts/testing/write-tree.ts'
import { copyToolchain } from './copy-toolchain.ts'

/** Runs a command: what it prints, behind its exit code. */
function run(root: string, ...words: readonly string[]): Promise<string> {
  return new Promise(resolve => {
    execFile(process.execPath, [join(root, 'scripts/start.mjs'), ...words], (error, stdout, stderr) =>
      resolve(`${error?.code ?? 0} ${stdout}${stderr}`),
    )
  })
}

const help = (root: string) => run(root, 'validate', '--help')

let root = ''
beforeEach(() => {
  root = writeTree({})
  copyToolchain(root)
})

it('runs the sources as they are, not as they were', async () => {
  expect(await help(root)).toMatch(/^0 Usage: npm run validate/)
  const cli = join(root, 'scripts/cli/validate.ts')
  writeFileSync(cli, readFileSync(cli, 'utf8').replace("'check kustomizations", "'look at kustomizations"))
  expect(await help(root)).toContain('look at kustomizations')
})

it('works where it stands, in a copy of a repository that has run before', async () => {
  const place = 'clusters/here/cluster.yaml'
  mkdirSync(dirname(join(root, place)), { recursive: true })
  writeFileSync(join(root, place), 'role: cluod\n')
  expect(await run(root, 'generate')).toContain('clusters/here/cluster.yaml:1:7')
  const copy = `${root}-copy`
  cpSync(root, copy, { recursive: true, verbatimSymlinks: true })
  writeFileSync(join(copy, place), 'role: cloud\nengin: flux\n')
  expect(await run(copy, 'generate')).toContain('clusters/here/cluster.yaml:2:1')
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
