import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadFleet } from '../../scripts/load/fleet/load-fleet.ts'
import { repository } from '../../scripts/testing/capture.ts'
import { judgeFlux } from '../../scripts/verify/engine/flux.ts'
import { commit, makeScene } from './testing/make-scene.ts'
import { type Objects, type ServedApi, serveApi } from './testing/serve-api.ts'

const { fleet } = loadFleet(repository)
const sources = '/apis/source.toolkit.fluxcd.io/v1/namespaces/flux-system/gitrepositories'
const kustomizations = '/apis/kustomize.toolkit.fluxcd.io/v1/namespaces/flux-system/kustomizations'
const ready = [{ type: 'Ready', status: 'True', observedGeneration: 1 }]
const revision = `main@sha1:${commit}`

const kustomization = (path: string) => ({
  metadata: { generation: 1 },
  spec: { path },
  status: { conditions: ready, lastAppliedRevision: revision },
})
const healthy: Objects = {
  [`${sources}/fogflow`]: {
    metadata: { generation: 1 },
    spec: { url: 'https://git.example.org/iot/fogflow-gitops.git' },
    status: { conditions: ready, artifact: { revision } },
  },
  [`${kustomizations}/fogflow-sync`]: kustomization('./clusters/lab/laptop/sync'),
  [`${kustomizations}/fogflow-platform`]: kustomization('./clusters/lab/laptop/platform'),
  [`${kustomizations}/fogflow-account`]: kustomization('./base/flux-account'),
  [`${kustomizations}/fogflow`]: kustomization('./clusters/lab/laptop/fogflow'),
}

let served: ServedApi
beforeAll(async () => {
  served = await serveApi(healthy)
})
afterAll(() => served.close())

async function judge(change: Readonly<Record<string, object | number>> = {}) {
  served.set({ ...healthy, ...change })
  const outcome = await judgeFlux(await makeScene(fleet, 'lab/laptop', served))
  return 'problems' in outcome ? outcome.problems : outcome.skipped
}

const withStatus = (status: object, spec: object = {}) => {
  const one = kustomization('./clusters/lab/laptop/fogflow')
  return {
    [`${kustomizations}/fogflow`]: { ...one, spec: { ...one.spec, ...spec }, status: { ...one.status, ...status } },
  }
}

it('finds nothing wrong with objects that are Ready at the newest commit', async () => {
  expect(await judge()).toEqual([])
})

it('takes no offence at an object that is reconciling the commit that it has applied', async () => {
  const conditions = [{ type: 'Ready', status: 'Unknown', reason: 'Progressing', observedGeneration: 1 }]
  expect(await judge(withStatus({ conditions }))).toEqual([])
})

const failed = (reason: string) => [{ type: 'Ready', status: 'False', reason, message: 'why', observedGeneration: 1 }]

it.each([
  ['is missing', { [`${kustomizations}/fogflow`]: 404 }, /there is no Kustomization "fogflow"/],
  ['is suspended', withStatus({}, { suspend: true }), /suspended/],
  [
    'follows another cluster',
    withStatus({}, { path: './clusters/lab/bench/fogflow' }),
    /"\.\/clusters\/lab\/bench\/fogflow"/,
  ],
  ['is at another commit', withStatus({ lastAppliedRevision: 'main@sha1:0000' }), /"main@sha1:0000"/],
  ['has applied nothing yet', withStatus({ lastAppliedRevision: undefined }), /no commit/],
  ['does not render', withStatus({ conditions: failed('BuildFailed') }), /BuildFailed: why/],
  ['does not get healthy', withStatus({ conditions: failed('HealthCheckFailed') }), /HealthCheckFailed: why/],
  ['was never looked at', withStatus({ conditions: [] }), /kustomize-controller has not looked/],
  ['was changed since', withStatus({ conditions: [{ ...ready[0], observedGeneration: 0 }] }), /since it was changed/],
])('names a Kustomization that %s', async (_, change, message) => {
  const problems = await judge(change)
  expect(problems).toMatchObject([{ message: expect.stringMatching(message), resource: { name: 'fogflow' } }])
})

it('names a source that cannot be reached', async () => {
  const source = healthy[`${sources}/fogflow`] as object
  const status = { conditions: failed('GitOperationFailed'), artifact: { revision } }
  const problems = await judge({ [`${sources}/fogflow`]: { ...source, status } })
  expect(problems).toMatchObject([
    { message: expect.stringMatching(/GitOperationFailed/), resource: { kind: 'GitRepository' } },
  ])
})

it('names the cause alone where others only wait for it', async () => {
  const old = { lastAppliedRevision: 'main@sha1:0000' }
  const waiting = { ...kustomization('./base/flux-account'), status: { conditions: failed('DependencyNotReady') } }
  const platform = kustomization('./clusters/lab/laptop/platform')
  const broken = { ...platform, status: { ...old, conditions: failed('BuildFailed') } }
  const change = { ...withStatus(old), [`${kustomizations}/fogflow-account`]: waiting }
  expect(await judge({ ...change, [`${kustomizations}/fogflow-platform`]: broken })).toMatchObject([
    { message: expect.stringMatching(/BuildFailed/), resource: { name: 'fogflow-platform' } },
  ])
  expect(await judge(change)).toMatchObject([{ message: expect.stringMatching(/; the same with fogflow$/) }])
})

it.each([
  ['is not installed', {}, /^Flux is not installed: .*kustomize\.toolkit\.fluxcd\.io/, /flux install/],
  [
    'knows nothing of the cluster',
    { '/apis/kustomize.toolkit.fluxcd.io': {} },
    /is installed and has nothing/,
    /^kubectl apply -f clusters\/lab\/laptop\/sync\/flux.yaml; /,
  ],
])('finds one cause for all that is missing where Flux %s', async (_, objects, message, fix) => {
  served.set(objects)
  const outcome = await judgeFlux(await makeScene(fleet, 'lab/laptop', served))
  expect(outcome).toMatchObject({
    problems: [{ message: expect.stringMatching(message), fix: expect.stringMatching(fix) }],
  })
})
