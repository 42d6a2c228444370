import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadFleet } from '../../scripts/load/fleet/load-fleet.ts'
import { repository } from '../../scripts/testing/capture.ts'
import { verify } from '../../scripts/verify/verify.ts'
import { makeScene } from './testing/make-scene.ts'
import { type Objects, type ServedApi, serveApi } from './testing/serve-api.ts'

const { fleet } = loadFleet(repository)
const namespace = { metadata: { name: 'fogflow', labels: { 'app.kubernetes.io/part-of': 'fogflow' } } }
const config = (site: string) => ({
  items: [
    {
      metadata: { name: 'broker-config-1', labels: { 'app.kubernetes.io/part-of': 'fogflow' } },
      data: { 'config.json': JSON.stringify({ site_id: site }) },
    },
  ],
})
const here: Objects = {
  '/version': { gitVersion: 'v1.34.4' },
  '/api/v1/namespaces/fogflow': namespace,
  '/api/v1/namespaces/fogflow/configmaps': config('901'),
  '/api/v1/namespaces/fogflow/pods': { items: [] },
  '/api/v1/nodes': { items: [] },
}

let served: ServedApi
beforeAll(async () => {
  served = await serveApi(here)
})
afterAll(() => served.close())

async function look(objects: Objects, options: { readonly write?: boolean; readonly intent?: boolean } = {}) {
  served.set(objects)
  const scene = await makeScene(fleet, 'lab/laptop', served)
  const found = await verify(scene, { write: false, intent: false, step: () => {}, ...options })
  const of = (state: string) => found.checks.flatMap(check => (check.state === state ? [check.id] : []))
  return { ...found, failed: of('failed'), skipped: of('skipped'), passed: of('passed') }
}

const others = (passed: readonly string[]) => expect.not.arrayContaining([...passed])

it('finds an empty namespace at fault, and asks no component of which nothing runs', async () => {
  const { failed, skipped, passed } = await look(here)
  expect(failed).toEqual(['engine-synced', 'workloads-present', 'pods-ready', 'config-current'])
  expect(passed).toEqual(['cluster-identity', 'checkout-current', 'kubernetes-version', 'pods-placed'])
  expect(skipped).toContain('queues-alive')
})

it.each<readonly [string, Objects, RegExp]>([
  ['has no namespace', { ...here, '/api/v1/namespaces/fogflow': 404 }, /has no namespace "fogflow"/],
  [
    'is another site',
    { ...here, '/api/v1/namespaces/fogflow/configmaps': config('902') },
    /site "902", cluster lab\/bench/,
  ],
  [
    'has a namespace of somebody else',
    { ...here, '/api/v1/namespaces/fogflow': { metadata: { name: 'fogflow' } } },
    /no label app\.kubernetes\.io\/part-of/,
  ],
  [
    'has a half-deleted namespace',
    {
      ...here,
      '/api/v1/namespaces/fogflow': { metadata: { ...namespace.metadata, deletionTimestamp: '2026-01-01T00:00:00Z' } },
    },
    /being deleted since 2026/,
  ],
  ['may not be seen', { ...here, '/api/v1/namespaces/fogflow': 403 }, /"test" may not/],
])('judges nothing else where the cluster %s', async (_, objects, message) => {
  const { failed, diagnostics, passed } = await look(objects)
  expect(failed).toEqual(['cluster-identity'])
  expect(diagnostics).toMatchObject([{ code: 'cluster-identity', message: expect.stringMatching(message) }])
  expect(passed).toEqual(others(['pods-ready']))
})

it('names what it may not see, and goes on', async () => {
  const { failed, diagnostics } = await look({ ...here, '/api/v1/nodes': 403 })
  expect(failed).toContain('pods-placed')
  expect(diagnostics.find(({ code }) => code === 'pods-placed')?.message).toMatch(/may not: \/api\/v1\/nodes is 403/)
})

it('stops where the API server goes away in the middle', async () => {
  served.set(here)
  const scene = await makeScene(fleet, 'lab/laptop', served)
  const gone = await serveApi(here)
  const { api } = await makeScene(fleet, 'lab/laptop', gone)
  gone.close()
  const read = (path: string) => (path === '/version' ? api.send({ path }) : scene.read(path))
  const found = await verify({ ...scene, read }, { write: true, intent: true, step: () => {} })
  const failed = found.checks.filter(({ state }) => state === 'failed')
  expect(failed).toMatchObject([{ id: 'kubernetes-version' }])
  expect(found.diagnostics).toMatchObject([{ message: expect.stringMatching(/cannot be reached/) }])
  expect(found.checks.at(-1)).toMatchObject({ state: 'skipped', remark: expect.stringMatching(/kubernetes-version/) })
})

it('changes nothing without being asked, and launches no intent into what is broken', async () => {
  const { checks } = await look(here)
  expect(checks.find(({ id }) => id === 'entity-written')?.remark).toMatch(/--write/)
  const asked = await look(here, { intent: true })
  expect(asked.checks.find(({ id }) => id === 'intent-runs')?.remark).toMatch(/worse/)
})

it('warns of another version of Kubernetes than the manifests were validated for', async () => {
  const { diagnostics, passed } = await look({ ...here, '/version': { gitVersion: 'v1.31.2+k3s1' } })
  expect(passed).toContain('kubernetes-version')
  expect(diagnostics.find(({ code }) => code === 'kubernetes-version')).toMatchObject({ severity: 'warning' })
})

it.each([
  ['has no engine', {}, /; if this is it, Flux is not installed: .*, then: kubectl apply -f clusters/],
  ['has an engine', { '/apis/kustomize.toolkit.fluxcd.io': {} }, /; if this is it, start its engine: kubectl apply -f/],
])('says how a new cluster gets its FogFlow where it %s', async (_, objects, fix) => {
  for (const change of [{ '/api/v1/namespaces/fogflow': 404 }, { '/api/v1/namespaces/fogflow': { metadata: {} } }]) {
    const { diagnostics } = await look({ ...here, ...change, ...objects })
    expect(diagnostics).toMatchObject([{ code: 'cluster-identity', fix: expect.stringMatching(fix) }])
  }
})
