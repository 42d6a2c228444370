import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, demand, openApi } from '../api/api.ts'
import { apply } from '../api/apply.ts'
import { installCrds } from '../api/install-crds.ts'
import { list, remove } from '../api/objects.ts'
import { waitFor } from '../process/wait-for.ts'
import { type Ended, type RunningScript, startScript } from '../testing/run-script.ts'
import { isBuilt, readFamily } from '../tools/family.ts'

const missing = ['kube-1.34', 'etcd', 'kwok', 'flux'].filter(name => !isBuilt(readFamily(name)))
if (missing.length > 0)
  console.warn(`${missing} not built (npm run cluster -- build): runs on a cluster of somebody else are not tested`)

const home = mkdtempSync(join(tmpdir(), 'fogflow-gitops-foreign-'))
const kubeconfig = join(home, 'fogflow-gitops/clusters/local/pki/admin.kubeconfig')
const context = 'fogflow-gitops-test'
let api: Api

/** On a cluster that plays somebody else's: it has nodes, and storage, of its own. */
const tryOn = (args: readonly string[], config = kubeconfig): RunningScript =>
  startScript('try/try.ts', args, { ...process.env, XDG_STATE_HOME: home, KUBECONFIG: config })

const own = ['--context', context, '--i-own-this-cluster']
const kinds = [
  ['v1', 'Namespace'],
  ['v1', 'Node'],
  ['v1', 'PersistentVolume'],
  ['storage.k8s.io/v1', 'StorageClass'],
  ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRoleBinding'],
] as const

/** What is on the cluster outside of namespaces, and whether its nodes take pods. */
async function look(): Promise<readonly string[]> {
  const all = await Promise.all(kinds.map(([apiVersion, kind]) => list(api, { apiVersion, kind })))
  const lines = all.flat().map(({ kind, metadata, spec }) => {
    const { unschedulable = false } = (spec ?? {}) as { unschedulable?: boolean }
    return `${kind} ${metadata.name}${unschedulable ? ' (unschedulable)' : ''}`
  })
  return lines.sort()
}

/** Fails where the run ends before. */
async function until(run: RunningScript, text: string): Promise<void> {
  let early: Ended | undefined
  void run.ended.then(ended => {
    early = ended
  })
  while (!run.printed().includes(text)) {
    if (early) throw new Error(`it has ended (${early.end}): ${run.printed()}`)
    await sleep(50)
  }
}

function expectRefusal({ end, stderr }: Ended, why: RegExp): void {
  expect(end).toBe(2)
  expect(stderr).toMatch(/^error: [^\n]+\n$/)
  expect(stderr).toMatch(why)
}

describe.skipIf(missing.length > 0)('a cluster of somebody else', () => {
  let before: readonly string[]
  beforeAll(async () => {
    await startScript('cluster.ts', ['up'], { ...process.env, XDG_STATE_HOME: home }).ended
    api = openApi(kubeconfig)
    before = await look()
  })
  afterAll(async () => {
    await startScript('cluster.ts', ['down'], { ...process.env, XDG_STATE_HOME: home }).ended
    rmSync(home, { recursive: true, force: true })
  })

  it.each([
    [['--context', context], /say --i-own-this-cluster, too/],
    [['--i-own-this-cluster'], /say which cluster is yours: --context NAME/],
    [['--context', 'fogflow-gitops-tset', '--i-own-this-cluster'], /did you mean "fogflow-gitops-test"/],
  ])('is not touched by %j', async (args, why) => {
    expectRefusal(await tryOn(args).ended, why)
    expect(await look()).toEqual(before)
  })

  it('is not touched where its user may not do everything', async () => {
    const path = '/api/v1/namespaces/default/serviceaccounts/default/token'
    const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} }
    const token = { apiVersion: 'v1', kind: 'TokenRequest', name: 'default' }
    const { status } = demand(token, await api.send({ method: 'POST', path, body }))
    const config = JSON.parse(readFileSync(kubeconfig, 'utf8')) as { users: { name: string; user: object }[] }
    const users = config.users.map(user => ({ ...user, user: status as object }))
    const file = join(home, 'nobody.kubeconfig')
    writeFileSync(file, JSON.stringify({ ...config, users }))
    expectRefusal(await tryOn(own, file).ended, /must be an administrator .* may not do everything/)
    expect(await look()).toEqual(before)
  })

  it('is not touched where somebody has FogFlow there', async () => {
    const namespace = { apiVersion: 'v1', kind: 'Namespace', name: 'fogflow' }
    await apply(api, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'fogflow' } })
    const ended = await tryOn(own).ended
    const after = await look()
    await remove(api, namespace)
    await untilAsBefore()
    expectRefusal(ended, /has namespace "fogflow", which the tests did not make/)
    expect(after).toEqual([...before, 'Namespace fogflow'].sort())
  })

  it('is not touched where somebody has an engine there', async () => {
    await installCrds(api, join(readFamily('flux').folder, 'crds/source'))
    const ended = await tryOn(own).ended
    for (const crd of await list(api, { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' }))
      await remove(api, { ...crd, name: crd.metadata.name })
    await untilAsBefore()
    expectRefusal(ended, /so Flux is installed there: .* choose another cluster/)
  })

  it('is as it was after a run that was interrupted', async () => {
    const run = tryOn(own)
    await until(run, '2. Deploy')
    await sleep(2_000) // in the middle of it
    run.process.kill('SIGINT')
    expect((await run.ended).end).toBe(130)
    expect(await look()).toEqual(before)
  })

  it('is as it was after a run that was killed and another one', async () => {
    const killed = tryOn(own)
    await until(killed, '3. Change')
    killed.process.kill('SIGKILL')
    await killed.ended
    expect(await look()).not.toEqual(before)
    const { stdout, ...ended } = await tryOn(own).ended
    expect(stdout).toMatch(/removing what an earlier run has left[\s\S]*0 of \d+ objects differ/)
    expect(ended).toEqual({ end: 0, stderr: '' })
    expect(await look()).toEqual(before)
  })

  const untilAsBefore = () =>
    waitFor(
      'the cluster to be as before',
      async () => ((await look()).join() === before.join() ? { done: true } : { still: 'it is not' }),
      { seconds: 60 },
    )
})
