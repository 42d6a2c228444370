import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { writeTree } from '../../scripts/testing/write-tree.ts'
import { makeScratchRepository } from '../cluster/git/scratch-repository.ts'
import { type GitServer, serveGit } from '../cluster/git/serve-git.ts'
import { copyToolchain } from '../start/copy-toolchain.ts'
import { type RunningVerify, startVerify } from './start-verify.ts'
import { type Objects, type ServedApi, serveApi } from './testing/serve-api.ts'

let git: GitServer
let root: string
beforeAll(async () => {
  const served = join(writeTree({}), 'git')
  git = await serveGit(served)
  root = (await makeScratchRepository(served, git.url)).folder
  copyToolchain(root)
})
afterAll(() => git.close())

let served: ServedApi
afterEach(() => served.close())

const empty: Objects = {
  '/version': { gitVersion: 'v1.34.4' },
  '/api/v1/namespaces/fogflow': { metadata: { name: 'fogflow', labels: { 'app.kubernetes.io/part-of': 'fogflow' } } },
}

async function start(objects: Objects, ...args: readonly string[]): Promise<RunningVerify> {
  served = await serveApi(objects)
  return startVerify(root, ['--cluster', 'lab/laptop', '--kubeconfig', served.kubeconfig, ...args])
}

/** Fails where the run ends before. */
async function until(run: RunningVerify, condition: () => boolean): Promise<void> {
  let early: string | undefined
  void run.ended.then(({ end }) => {
    early = `it has ended (${end}): ${run.printed()}`
  })
  while (!condition()) {
    if (early !== undefined) throw new Error(early)
    await sleep(50)
  }
}

it('looks again and again with --watch, until Ctrl-C ends it between two looks', async () => {
  const run = await start(empty, '--watch')
  await until(run, () => run.printed().match(/looking again in/g)?.length === 2)
  run.signal('SIGINT')
  const { end, stdout } = await run.ended
  expect(end).toBe('SIGINT')
  expect(stdout.match(/^ {2}FAIL {2}cluster-identity/gm)).toHaveLength(2)
})

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'is ended at once by %s while it waits for an answer',
  async signal => {
    const run = await start({ ...empty, '/api/v1/namespaces/fogflow': 'silent' }, '--watch')
    await until(run, () => served.isAsked('/api/v1/namespaces/fogflow'))
    run.signal(signal)
    expect((await run.ended).end).toBe(signal)
  },
)

it('waits for the answer when it may have something to clean up, and says that it was interrupted', async () => {
  const run = await start({ ...empty, '/api/v1/namespaces/fogflow': 'silent' }, '--write')
  await until(run, () => served.isAsked('/api/v1/namespaces/fogflow'))
  run.signal('SIGHUP')
  await until(run, () => run.printed().includes('it cleans up'))
  served.close()
  const { stdout, stderr } = await run.ended
  expect(stderr).toMatch(/^error: interrupted: not all was looked at$/m)
  expect(stdout).toMatch(/^ {2}skip {2}entity-written +interrupted$/m)
})

it('says that a kubeconfig has outlived its cluster', async () => {
  const folder = writeTree({})
  served = await serveApi({})
  const KUBECONFIG = join(folder, 'config')
  cpSync(served.kubeconfig, KUBECONFIG)
  served.close()
  const { end, stdout, stderr } = await startVerify(root, ['--cluster', 'lab/laptop'], { KUBECONFIG }).ended
  expect({ end, stdout }).toEqual({ end: 2, stdout: '' })
  expect(stderr).toMatch(/^error: .* nothing listens there .* --context \(a kubeconfig outlives its cluster\)\n$/)
})
