import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { etcd } from './control-plane/etcd.ts'
import { startProcess } from './process/start-process.ts'
import { listStarted, type Started, stillRunning } from './process/started.ts'
import { type RunningScript, startScript } from './testing/run-script.ts'
import { isBuilt, readFamily } from './tools/family.ts'
import type { Program } from './tools/require-programs.ts'

const missing = ['kube-1.34', 'etcd', 'kwok', 'flux'].filter(name => !isBuilt(readFamily(name)))
if (missing.length > 0)
  console.warn(`${missing} not built (npm run cluster -- build): what ends a control plane early is not tested`)

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'fogflow-gitops-faults-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const start = (script: string, args: readonly string[] = []): RunningScript =>
  startScript(script, args, { ...process.env, XDG_STATE_HOME: home })

/** All that was started for clusters in the test's own home. */
function listAll(): readonly Started[] {
  const clusters = join(home, 'fogflow-gitops/clusters')
  return existsSync(clusters) ? readdirSync(clusters).flatMap(name => listStarted(join(clusters, name))) : []
}

const running = () => stillRunning(listAll()).map(({ name }) => name)

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(50)
}

function kill(name: string): void {
  const found = stillRunning(listAll()).find(one => one.name === name)
  if (!found) throw new Error(`no ${name} runs`)
  process.kill(found.pid, 'SIGKILL')
}

/** A machine on which nothing was ever built, and only some programs are installed. */
function machineWith(programs: readonly Program[]): NodeJS.ProcessEnv {
  const bin = join(home, 'bin')
  mkdirSync(bin)
  for (const name of programs) symlinkSync(process.execPath, join(bin, name)) // none of them gets to run
  return { PATH: bin, HOME: home }
}

/** The one sentence in which a script says why it cannot be finished. */
async function sentenceOf(script: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const { end, stderr } = await startScript(script, args, env).ended
  expect(end).toBe(2)
  expect(stderr).toMatch(/^error: [^\n]+\n$/)
  return stderr
}

it.each([
  ['cluster.ts', ['up'], [], ['ps', 'openssl']],
  ['cluster.ts', ['up'], ['ps', 'openssl'], ['go']],
  ['cluster.ts', ['up', '--engine', 'argocd'], ['ps', 'openssl'], ['git', 'redis-server', 'kustomize']],
  ['try/try.ts', [], ['ps', 'openssl'], ['git']],
  ['e2e.ts', [], [], ['ps', 'openssl', 'git', 'redis-server', 'kustomize']],
] as const)('%s %j on a machine with %j alone says what is missing before it starts anything: %j', async (...given) => {
  const [script, args, programs, missing] = given
  const sentence = await sentenceOf(script, args, machineWith(programs))
  for (const name of missing) expect(sentence).toMatch(new RegExp(`${name} is not installed, and .*(install|npm run)`))
  for (const name of programs) expect(sentence).not.toContain(`${name} is not installed`)
})

it('says what the operating system refuses', async () => {
  const state = join(home, 'state')
  writeFileSync(state, 'a file where the folder would be')
  const env = { ...machineWith(['ps', 'openssl']), XDG_STATE_HOME: state }
  expect(await sentenceOf('cluster.ts', ['up'], env)).toMatch(/not a directory.*state/)
})

describe.skipIf(missing.length > 0)('a control plane', () => {
  it('is started once, outlives its API server in parts, and is taken down whole', async () => {
    expect(await start('cluster.ts', ['up']).ended).toMatchObject({
      end: 0,
      stdout: expect.stringMatching(/^KUBECONFIG=/),
    })
    const again = await start('cluster.ts', ['up']).ended
    expect(again).toMatchObject({
      end: 2,
      stderr: expect.stringMatching(/^error: a cluster is up already .* -- down\n$/),
    })
    kill('kube-apiserver')
    await until(() => !running().includes('kube-apiserver'))
    expect((await start('cluster.ts', ['status']).ended).stdout).toMatch(/ended {2}kube-apiserver/)
    expect(await start('cluster.ts', ['down']).ended).toMatchObject({ end: 0 })
    expect(running()).toEqual([])
  })

  it('whose API server goes away in the middle of a tour ends it with the reason, and with all it started', async () => {
    const tour = start('try/try.ts')
    await until(() => tour.printed().includes('2. Deploy'))
    kill('kube-apiserver')
    const { end, stderr } = await tour.ended
    expect(stderr).toMatch(/^error: kube-apiserver has ended \(SIGKILL\)\. \S+\.log ends with:\n( {2}.*\n)+$/)
    expect(end).toBe(2)
    expect(running()).toEqual([])
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)('ends with a tour that %s ends', async signal => {
    const tour = start('try/try.ts')
    await until(() => running().includes('kube-apiserver'))
    tour.process.kill(signal)
    expect((await tour.ended).end).toBe(signal)
    await until(() => running().length === 0)
  })

  it('says that a port was taken by another program', async () => {
    const other = createServer()
    await new Promise<void>(resolve => void other.listen(0, '127.0.0.1', resolve))
    const client = (other.address() as AddressInfo).port
    const store = startProcess(home, etcd(readFamily('etcd').folder, home, { client, peer: client }))
    expect(await store.ended).toBe(1)
    expect(store.assertAlive).toThrow(/etcd has ended \(1\): another program has taken its port, so run it again/)
    other.close()
  })
})
