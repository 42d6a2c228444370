import { describe, expect, it } from 'vitest'
import { CannotFinish } from '../../scripts/model/cannot-finish.ts'
import { readState } from '../forge/testing/read-state.ts'
import { readFiles, seedBranch } from '../forge/testing/seed-branch.ts'
import { openFourSites, site } from './testing/four-sites.ts'
import { check, merge, mergeWell, pullOf } from './testing/people.ts'

const fleet = openFourSites()
const { start, goOn, pulls, stateOf, pass, seedGenerated } = fleet

describe('a rollout', () => {
  it('is one pull request a wave, each when the one before is merged, baked and checked', async () => {
    expect((await start()).output).toContain('step 1 of 4: its pull request is open (#1 ')
    expect(stateOf(1)?.clusters).toEqual(['a'])
    expect((await goOn()).output).toContain('it is not merged')
    const sha = await merge(fleet.scene.double, 1)
    expect((await goOn()).output).toContain('#1 bakes for 1h, until 2026-01-02T01:00Z')
    pass(60)
    expect((await goOn()).output).toContain('has no checks')
    await check(fleet.scene.double, sha)
    expect((await goOn()).output).toContain('step 2 of 4: its pull request is open (#2 ')
    expect(stateOf(2)?.clusters).toEqual(['b', 'c'])
    for (const number of [2, 3, 4]) {
      await mergeWell(fleet.scene.double, number)
      pass(60)
      await goOn()
    }
    expect(stateOf(4)?.kind).toBe('lift')
    expect((await goOn()).output).toBe('no rollout is under way\n')
    expect(pulls()).toEqual([1, 2, 3, 4].map(number => [number, 'merged']))
    expect(readFiles(fleet.scene.double.world, 'main')['clusters/defaults.yaml']).toContain('capacity: 7')
  })

  it('that is called again changes nothing, also by somebody else at the same time', async () => {
    await start()
    const before = readState(fleet.scene.double)
    await start()
    await Promise.allSettled([start(), goOn(), goOn()])
    expect(readState(fleet.scene.double)).toEqual(before)
    await mergeWell(fleet.scene.double, 1)
    pass(60)
    const both = await Promise.allSettled([goOn(), goOn(), start()])
    for (const one of both) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(CannotFinish)
    expect(pulls()).toEqual([
      [1, 'merged'],
      [2, 'open'],
    ])
    await goOn()
    expect(stateOf(2)?.commit).toBe(pullOf(fleet.scene.double, 2).head)
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
    const before = readFiles(fleet.scene.double.world, 'main')['clusters/a/cluster.yaml']
    seedBranch(fleet.scene.double.world, 'main', { 'clusters/a/cluster.yaml': `# a word\n${before}\n` })
    expect((await goOn()).output).toContain('step 1 of 4: its pull request is up to date again (#1 ')
    await merge(fleet.scene.double, 1)
    expect(readFiles(fleet.scene.double.world, 'main')['clusters/a/cluster.yaml']).toMatch(/^# a word\n.*capacity: 7/s)
    expect(pulls()).toEqual([[1, 'merged']])
  })

  it('leaves alone what a person has committed to its branch', async () => {
    await start()
    const { branch } = pullOf(fleet.scene.double, 1)
    const head = seedBranch(fleet.scene.double.world, branch, { 'clusters/a/notes.txt': 'mine' })
    seedBranch(fleet.scene.double.world, 'main', { 'clusters/a/cluster.yaml': `${site(1)}# a word\n` })
    expect((await goOn()).output).toContain('somebody has committed to its branch')
    expect(pullOf(fleet.scene.double, 1).head).toBe(head)
  })

  it('begins anew by itself where it was done and another cluster has come', async () => {
    await start({ to: ['a'] })
    await mergeWell(fleet.scene.double, 1)
    expect((await start({ to: ['a'] })).output).toContain('done, nothing to do, every cluster has the value')
    seedBranch(fleet.scene.double.world, 'main', { 'clusters/a/cluster.yaml': `${site(1)}worker: { capacity: 6 }\n` })
    seedGenerated()
    expect((await goOn()).output).toBe('no rollout is under way\n')
    expect((await start({ to: ['a'] })).output).toContain('its pull request is open (#2 ')
  })

  it('takes the place of an older one that wants something else in the same clusters', async () => {
    await start()
    await start({ set: 'worker.capacity=9', to: ['b', 'c'] })
    expect(pulls()).toEqual([
      [1, 'closed'],
      [2, 'open'],
    ])
    expect(pullOf(fleet.scene.double, 1).comments[0]?.body).toContain('the rollout that began with #2 is newer')
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

  it('mends the text of its open pull request where somebody calls it again', async () => {
    await start()
    const { body } = pullOf(fleet.scene.double, 1)
    pullOf(fleet.scene.double, 1).body = 'words'
    expect(await goOn()).toMatchObject({ exitCode: 1, output: expect.stringContaining('the text of #1') })
    expect((await start()).output).toContain('is up to date again')
    expect(pullOf(fleet.scene.double, 1).body).toBe(body)
  })
})
