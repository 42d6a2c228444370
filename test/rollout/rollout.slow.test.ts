import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { continueRollouts } from '../../scripts/commands/rollout/continue.ts'
import { type StartArguments, startRollout } from '../../scripts/commands/rollout/start.ts'
import { showStatus } from '../../scripts/commands/rollout/status.ts'
import { planFleet, readFleet } from '../../scripts/fleet/plan-fleet.ts'
import { CannotFinish } from '../../scripts/model/cannot-finish.ts'
import { parseState } from '../../scripts/rollout/format/state.ts'
import { readState } from '../forge/testing/read-state.ts'
import { listBranches, readFiles, seedBranch } from '../forge/testing/seed-branch.ts'
import { git, makeRepository, type Repository } from './testing/make-repository.ts'
import { openScene, type Scene } from './testing/open-scene.ts'
import { check, closePull, merge, mergeWell, pullOf } from './testing/people.ts'

const defaults =
  'role: cloud\nengine: flux\ntopology: single-node\nrepository: { url: "https://git.example.org/f.git" }\n'
const site = (id: number, more = '') =>
  `site: { id: "${id}", location: { latitude: 1, longitude: 2 } }\naddress: 192.0.2.${id}\n${more}`

let repository: Repository
let scene: Scene

beforeAll(() => {
  const names = ['a', 'b', 'c', 'd']
  const sites = names.map((name, at) => [`${name}/cluster.yaml`, site(at + 1)])
  repository = makeRepository({ 'defaults.yaml': defaults, ...Object.fromEntries(sites) })
})
afterAll(() => repository.remove())
beforeEach(async () => {
  scene = await openScene(repository)
})
afterEach(() => scene.close())

const usual = { set: 'worker.capacity=7', to: ['*'], waves: '1,2', maxOpen: '5', again: false }
const start = (options: Partial<StartArguments> = {}) =>
  scene.call(environment => startRollout({ ...usual, ...options }, environment))
const goOn = (options: { maxOpen?: string; verify?: string[] } = {}) =>
  scene.call(environment => continueRollouts({ maxOpen: '5', ...options }, environment))
const pulls = () => scene.double.world.pulls.map(({ number, state, merged }) => [number, merged ? 'merged' : state])
const stateOf = (number: number) => parseState(pullOf(scene.double, number).body ?? '')
const pass = (minutes: number) => {
  scene.clock.now = new Date(scene.clock.now.getTime() + minutes * 60_000)
}

describe('a rollout', () => {
  it('is one pull request a wave, each when the one before is merged, baked and checked', async () => {
    expect((await start()).output).toContain('step 1 of 4: its pull request is open (#1 ')
    expect(stateOf(1)?.clusters).toEqual(['a'])
    expect((await goOn()).output).toContain('it is not merged')
    const sha = await merge(scene.double, 1)
    expect((await goOn()).output).toContain('#1 bakes for 1h, until 2026-01-02T01:00Z')
    pass(60)
    expect((await goOn()).output).toContain('has no checks')
    await check(scene.double, sha)
    expect((await goOn()).output).toContain('step 2 of 4: its pull request is open (#2 ')
    expect(stateOf(2)?.clusters).toEqual(['b', 'c'])
    for (const number of [2, 3, 4]) {
      await mergeWell(scene.double, number)
      pass(60)
      await goOn()
    }
    expect(stateOf(4)?.kind).toBe('lift')
    expect((await goOn()).output).toBe('no rollout is under way\n')
    expect(pulls()).toEqual([1, 2, 3, 4].map(number => [number, 'merged']))
    expect(readFiles(scene.double.world, 'main')['clusters/defaults.yaml']).toContain('capacity: 7')
  })

  it('that is called again changes nothing, also by somebody else at the same time', async () => {
    await start()
    const before = readState(scene.double)
    await start()
    await Promise.allSettled([start(), goOn(), goOn()])
    expect(readState(scene.double)).toEqual(before)
    await mergeWell(scene.double, 1)
    pass(60)
    const both = await Promise.allSettled([goOn(), goOn(), start()])
    for (const one of both) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(CannotFinish)
    expect(pulls()).toEqual([
      [1, 'merged'],
      [2, 'open'],
    ])
    await goOn()
    expect(stateOf(2)?.commit).toBe(pullOf(scene.double, 2).head)
  })

  it('goes on with the settings it was begun with, and with others where the user names them', async () => {
    await start({ bake: '2d', tolerate: '25%' })
    expect(stateOf(1)).toMatchObject({ bake: 172_800, tolerate: '25%', waves: '1,2' })
    expect((await goOn()).output).toContain('it is not merged')
    expect((await start({ waves: undefined, bake: '0s' })).output).toContain('is up to date again (#1 ')
    expect(stateOf(1)).toMatchObject({ bake: 0, tolerate: '25%', waves: '1,2' })
  })

  it('is brought up to date where the files that it changes have changed, and can then be merged', async () => {
    await start()
    const before = readFiles(scene.double.world, 'main')['clusters/a/cluster.yaml']
    seedBranch(scene.double.world, 'main', { 'clusters/a/cluster.yaml': `# a word\n${before}\n` })
    expect((await goOn()).output).toContain('step 1 of 4: its pull request is up to date again (#1 ')
    await merge(scene.double, 1)
    expect(readFiles(scene.double.world, 'main')['clusters/a/cluster.yaml']).toMatch(/^# a word\n.*capacity: 7/s)
    expect(pulls()).toEqual([[1, 'merged']])
  })

  it('leaves alone what a person has committed to its branch', async () => {
    await start()
    const { branch } = pullOf(scene.double, 1)
    const head = seedBranch(scene.double.world, branch, { 'clusters/a/notes.txt': 'mine' })
    seedBranch(scene.double.world, 'main', { 'clusters/a/cluster.yaml': `${site(1)}# a word\n` })
    expect((await goOn()).output).toContain('somebody has committed to its branch')
    expect(pullOf(scene.double, 1).head).toBe(head)
  })

  it('stops where a person closes one, and begins anew where the user says so', async () => {
    await start()
    await closePull(scene.double, 1)
    expect((await goOn()).output).toBe('no rollout is under way\n')
    expect((await start()).output).toContain('stopped, #1 was closed')
    expect(pulls()).toEqual([[1, 'closed']])
    expect((await start({ again: true })).output).toContain('its pull request is open (#2 ')
    expect(pullOf(scene.double, 2).branch).toMatch(/\/2\/1$/)
    expect((await start({ again: true })).output).toContain('it is not merged')
  })

  it('begins anew by itself where it was done and another cluster has come', async () => {
    await start({ to: ['a'] })
    await mergeWell(scene.double, 1)
    expect((await start({ to: ['a'] })).output).toContain('done, nothing to do, every cluster has the value')
    seedBranch(scene.double.world, 'main', { 'clusters/a/cluster.yaml': `${site(1)}worker: { capacity: 6 }\n` })
    seedGenerated()
    expect((await goOn()).output).toBe('no rollout is under way\n')
    expect((await start({ to: ['a'] })).output).toContain('its pull request is open (#2 ')
  })

  it('stops where a cluster does not have any more what was merged, and closes what is open', async () => {
    await start({ bake: '0s' })
    await mergeWell(scene.double, 1)
    await goOn()
    const hold = 'rollout: { hold: { key: worker.capacity, value: 7, reason: too many } }\n'
    seedBranch(scene.double.world, 'main', { 'clusters/a/cluster.yaml': site(1, hold) })
    seedGenerated()
    const { output } = await goOn()
    expect(output).toContain('stopped, step 1 (#1) was taken back in a: rollout.hold, too many')
    expect(pullOf(scene.double, 2)).toMatchObject({ state: 'closed', comments: [{ author: 'fleet-app[bot]' }] })
    expect(listBranches(scene.double.world)).not.toContain(pullOf(scene.double, 2).branch)
    expect((await start({ again: true })).output).toContain('its pull request is open (#3 ')
    expect(pullOf(scene.double, 3).body).toContain('too many')
    expect(stateOf(3)?.clusters).toEqual(['b'])
  })

  it('closes what has nothing left to do, since somebody has done it by hand', async () => {
    await start({ to: ['a'] })
    seedBranch(scene.double.world, 'main', { 'clusters/a/cluster.yaml': `${site(1)}worker: { capacity: 7 }\n` })
    seedGenerated()
    expect((await goOn()).output).toContain('done, nothing to do, every cluster has the value')
    expect(pulls()).toEqual([[1, 'closed']])
    expect(pullOf(scene.double, 1).comments[0]?.body).toContain('nothing to do')
  })

  it('takes the place of an older one that wants something else in the same clusters', async () => {
    await start()
    await start({ set: 'worker.capacity=9', to: ['b', 'c'] })
    expect(pulls()).toEqual([
      [1, 'closed'],
      [2, 'open'],
    ])
    expect(pullOf(scene.double, 1).comments[0]?.body).toContain('the rollout that began with #2 is newer')
    await start({ set: 'features+=external-ips', to: ['b'] })
    await start({ set: 'worker.capacity=5', to: ['d'] })
    expect(pulls().map(([, state]) => state)).toEqual(['closed', 'open', 'open', 'open'])
  })

  it('waits while as many are open as may be', async () => {
    await start({ to: ['a'] })
    await start({ to: ['b'] })
    expect((await start({ to: ['c'], maxOpen: '2' })).output).toContain('2 pull requests of rollouts are open (#2, #1)')
    expect(pulls()).toHaveLength(2)
  })

  it('fails where a check of what was merged fails, and goes on when it is mended', async () => {
    await start({ bake: '0s' })
    const sha = await merge(scene.double, 1)
    await check(scene.double, sha, 'failure')
    expect(await goOn()).toMatchObject({ exitCode: 1, output: expect.stringContaining('FAILED, a check of the merge') })
    await check(scene.double, sha)
    expect((await goOn()).output).toContain('its pull request is open (#2 ')
  })

  it('takes no account of its own job among the checks', async () => {
    await start({ bake: '0s' })
    const sha = await mergeWell(scene.double, 1)
    await check(scene.double, sha, 'failure', 'rollout')
    expect((await goOn()).output).toContain('its pull request is open (#2 ')
  })

  it('fails where a wave would not be valid, and names the place', async () => {
    const { exitCode, output, errors } = await start({ set: 'site.id=same', to: ['a', 'b'], waves: '1' })
    expect(exitCode).toBe(1)
    expect(output).toContain('FAILED, the settings would have errors after step 2')
    expect(errors).toMatch(/clusters\/[ab]\/cluster\.yaml:1:\d+ {2}error/)
    expect(pulls()).toEqual([])
  })

  it('fails where what it changes does not build, and names the place', async () => {
    const bad = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [missing.yaml]\n'
    seedBranch(scene.double.world, 'main', { 'base/features/bad/kustomization.yaml': bad })
    const { exitCode, output, errors } = await start({ set: 'features+=bad', to: ['a'] })
    expect(exitCode).toBe(1)
    expect(output).toContain('FAILED, what it changes does not build')
    expect(errors).toContain('base/features/bad/kustomization.yaml:3:13  error')
    expect([pulls(), listBranches(scene.double.world)]).toEqual([[], ['main']])
  })

  it('ends with a reason where it cannot be planned', async () => {
    const alias = `${site(1)}rollout: { labels: &x { a: b } }\nnodes: { labels: *x }\n`
    seedBranch(scene.double.world, 'main', { 'clusters/a/cluster.yaml': alias })
    seedGenerated()
    await expect(start({ set: 'nodes.labels.c=d', to: ['a'] })).rejects.toThrow(CannotFinish)
    expect(pulls()).toEqual([])
  })

  it('does not go on from what nobody can read any more', async () => {
    await start({ bake: '0s' })
    await mergeWell(scene.double, 1)
    pullOf(scene.double, 1).body = 'words'
    expect((await goOn()).output).toContain('the text of #1 does not say any more what it is for')
    expect(pulls()).toEqual([[1, 'merged']])
  })

  it('mends the text of its open pull request where somebody calls it again', async () => {
    await start()
    const { body } = pullOf(scene.double, 1)
    pullOf(scene.double, 1).body = 'words'
    expect(await goOn()).toMatchObject({ exitCode: 1, output: expect.stringContaining('the text of #1') })
    expect((await start()).output).toContain('is up to date again')
    expect(pullOf(scene.double, 1).body).toBe(body)
  })
})

describe('the reports of verify', () => {
  const report = (cluster: string, commit: string, failed = 0) => {
    const summary = { passed: 3, failed, skipped: 0, warnings: 0, durationMs: 1 }
    const checks = [{ id: 'pods-ready', state: failed > 0 ? 'failed' : 'passed', remark: '' }]
    const where = { cluster, context: 'x', server: 'https://x', revision: `main at ${commit.slice(0, 12)}` }
    const file = join(scene.clone, '..', `${cluster}-${commit}-${failed}.json`)
    writeFileSync(file, JSON.stringify({ ...where, checks, summary, diagnostics: [] }))
    return file
  }

  it('keep a rollout from going on until they are there, are of after the merge, and are well', async () => {
    await start({ bake: '0s', waves: '2' })
    const before = git(scene.clone, 'rev-parse', 'HEAD')
    const sha = await mergeWell(scene.double, 1)
    const say = async (...verify: string[]) => (await goOn({ verify })).output
    expect(await say(report('a', sha))).toContain('waits, 1 of its 2 clusters have no report of after the merge')
    expect(await say(report('a', sha), report('b', before))).toContain('waits, 1 of its 2 clusters')
    expect(await say(report('a', sha), report('b', sha, 1))).toContain('FAILED, verify fails in 1 of its 2 clusters (b')
    expect(await say(report('a', sha), report('b', sha))).toContain('its pull request is open (#2 ')
  })

  it('may fail in as many clusters as the user tolerates', async () => {
    await start({ bake: '0s', waves: '2', tolerate: '50%' })
    const sha = await mergeWell(scene.double, 1)
    const verify = [report('a', sha), report('b', sha, 1)]
    expect((await goOn({ verify })).output).toContain('its pull request is open (#2 ')
  })
})

it('what means nothing ends the run, and nothing is opened', async () => {
  const wrong: readonly Partial<StartArguments>[] = [
    { set: 'release' },
    { set: 'worker.capacity=many' },
    { to: ['nowhere/**'] },
    { bake: 'soon' },
    { tolerate: '101%' },
    { maxOpen: '0' },
    { verify: ['nowhere.json'] },
    { verify: ['README.md'] },
  ]
  writeFileSync(join(scene.clone, 'README.md'), '# words')
  for (const options of wrong) await expect(start(options)).rejects.toThrow(CannotFinish)
  expect(pulls()).toEqual([])
})

it('the status tells how each stands, and asks only', async () => {
  await start({ bake: '0s' })
  await mergeWell(scene.double, 1)
  await start({ set: 'kubernetes=1.35', to: ['d'] })
  const before = readState(scene.double)
  const json = await scene.call(environment => showStatus({ format: 'json' }, environment))
  expect(JSON.parse(json.output).rollouts).toMatchObject([
    { set: 'kubernetes=1.35', state: 'waiting', pullRequest: { number: 2 } },
    { set: 'worker.capacity=7', state: 'ready', step: { index: 2, of: 4 }, pullRequest: { number: 1 } },
  ])
  expect(readState(scene.double)).toEqual(before)
})

/** Brings what is generated on the main branch up to date, as a person does who changes settings. */
function seedGenerated(): void {
  git(scene.clone, 'pull', '--quiet')
  const { writes } = planFleet(readFleet(scene.clone).fleet)
  seedBranch(scene.double.world, 'main', Object.fromEntries(writes))
}
