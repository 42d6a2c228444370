import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { git } from './git.ts'
import { type GitServer, serveGit } from './serve-git.ts'

const folder = mkdtempSync(join(tmpdir(), 'fogflow-gitops-git-'))
const work = join(folder, 'work')
let server: GitServer

beforeAll(async () => {
  mkdirSync(work)
  await git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', 'served/r.git')
  server = await serveGit(join(folder, 'served'))
  await git(work, 'init', '--quiet', '--initial-branch=main')
  await git(work, 'remote', 'add', 'origin', `${server.url}/r.git`)
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

async function push(text: string): Promise<string> {
  writeFileSync(join(work, 'file'), text)
  await git(work, 'add', '--all')
  await git(work, 'commit', '--quiet', '--message', 'test: change')
  await git(work, 'push', '--quiet', 'origin', 'main')
  return git(work, 'rev-parse', 'HEAD')
}

const remoteHead = async () => (await git(work, 'ls-remote', `${server.url}/r.git`, 'main')).slice(0, 40)

it('takes pushes, small and large, and gives back what it took', async () => {
  const head = await push('small')
  expect(await remoteHead()).toBe(head)
  const large = await push(Array.from({ length: 300_000 }, (_, i) => (i * 2654435761) % 4294967296).join('\n'))
  await git(folder, 'clone', '--quiet', `${server.url}/r.git`, 'clone')
  expect(await git(join(folder, 'clone'), 'rev-parse', 'HEAD')).toBe(large)
})

it.each(['down', 'refuses'] as const)('can be made to fail: %s', async fault => {
  server.setFault(fault)
  await expect(remoteHead()).rejects.toThrow()
  server.setFault('none')
  expect(await remoteHead()).toHaveLength(40)
})

it('answers what there is not with an error of Git', async () => {
  await expect(git(work, 'ls-remote', `${server.url}/other.git`)).rejects.toThrow(/not found/)
})
