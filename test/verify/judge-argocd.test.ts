import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadFleet } from '../../scripts/load/fleet/load-fleet.ts'
import { repository } from '../../scripts/testing/capture.ts'
import { judgeArgocd } from '../../scripts/verify/engine/argocd.ts'
import { commit, makeScene } from './testing/make-scene.ts'
import { type Objects, type ServedApi, serveApi } from './testing/serve-api.ts'

const { fleet } = loadFleet(repository)
const applications = '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications'
const application = {
  metadata: {},
  spec: { syncPolicy: { automated: { prune: true, selfHeal: true } } },
  status: { sync: { status: 'Synced', revisions: [commit, commit] }, health: { status: 'Healthy' } },
}
const names = ['osaka', 'kobe', 'kyoto'].map(name => `${applications}/fogflow-kansai-${name}`)
const healthy: Objects = Object.fromEntries(names.map(name => [name, application]))

let served: ServedApi
beforeAll(async () => {
  served = await serveApi(healthy)
})
afterAll(() => served.close())

async function judge(change: Readonly<Record<string, object | number>> = {}) {
  served.set({ ...healthy, ...change })
  return judgeArgocd(await makeScene(fleet, 'kansai/osaka', served))
}

it('finds nothing wrong with Applications that are Synced and Healthy at the newest commit, those of managed clusters too', async () => {
  expect(await judge()).toMatchObject({ problems: [], seen: expect.stringMatching(/3 Applications/) })
})

const of = (status: object, spec: object = application.spec) => ({
  [`${applications}/fogflow-kansai-kobe`]: { ...application, spec, status: { ...application.status, ...status } },
})

it.each([
  ['is missing', { [`${applications}/fogflow-kansai-kobe`]: 404 }, /there is no Application "fogflow-kansai-kobe"/],
  ['does not sync by itself', of({}, { syncPolicy: {} }), /does not sync by itself/],
  [
    'does not sync by itself any more',
    of({}, { syncPolicy: { automated: { enabled: false } } }),
    /does not sync by itself/,
  ],
  ['does not render', of({ conditions: [{ type: 'ComparisonError', message: 'why' }] }), /ComparisonError: why/],
  ['is out of sync', of({ sync: { status: 'OutOfSync' } }), /is OutOfSync/],
  [
    'could not be synced',
    of({ sync: { status: 'OutOfSync' }, operationState: { phase: 'Failed', message: 'why' } }),
    /its last sync ended Failed: why/,
  ],
  ['is at another commit', of({ sync: { status: 'Synced', revisions: [commit, '0000'] } }), /is at 0000/],
  ['was never compared', of({ sync: undefined }), /not compared yet/],
  ['is not healthy', of({ health: { status: 'Degraded' } }), /is Degraded/],
])('names an Application that %s', async (_, change, message) => {
  const { problems } = (await judge(change)) as { problems: readonly object[] }
  expect(problems).toMatchObject([
    { message: expect.stringMatching(message), resource: { name: 'fogflow-kansai-kobe' } },
  ])
})

it('says where to look for an Application that is on another cluster', async () => {
  const scene = await makeScene(fleet, 'kansai/osaka', served)
  const kobe = fleet.clusters.find(({ name }) => name === 'kansai/kobe')
  expect(kobe && (await judgeArgocd({ ...scene, cluster: kobe }))).toEqual({
    skipped: expect.stringContaining('kansai/osaka'),
  })
})

it.each([
  ['is not installed', {}, /^Argo CD is not installed: .*"argoproj\.io"/],
  ['knows nothing of the clusters', { '/apis/argoproj.io': {} }, /is installed and has nothing/],
])('finds one cause for all that is missing where Argo CD %s', async (_, objects, message) => {
  served.set(objects)
  const outcome = await judgeArgocd(await makeScene(fleet, 'kansai/osaka', served))
  expect(outcome).toMatchObject({ problems: [{ message: expect.stringMatching(message) }] })
})
