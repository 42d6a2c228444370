import { describe, expect, it } from 'vitest'
import { CannotFinish } from '../../scripts/model/cannot-finish.ts'
import { listBranches, seedBranch } from '../forge/testing/seed-branch.ts'
import { openFourSites, site } from './testing/four-sites.ts'
import { check, closePull, merge, mergeWell, pullOf } from './testing/people.ts'

const fleet = openFourSites()
const { start, goOn, pulls, stateOf, seedGenerated } = fleet

describe('a rollout', () => {
  it('stops where a person closes one, and begins anew where the user says so', async () => {
    await start()
    await closePull(fleet.scene.double, 1)
    expect((await goOn()).output).toBe('no rollout is under way\n')
    expect((await start()).output).toContain('stopped, #1 was closed')
    expect(pulls()).toEqual([[1, 'closed']])
    expect((await start({ again: true })).output).toContain('its pull request is open (#2 ')
    expect(pullOf(fleet.scene.double, 2).branch).toMatch(/\/2\/1$/)
    expect((await start({ again: true })).output).toContain('it is not merged')
  })

  it('stops where a cluster does not have any more what was merged, and closes what is open', async () => {
    await start({ bake: '0s' })
    await mergeWell(fleet.scene.double, 1)
    await goOn()
    const hold = 'rollout: { hold: { key: worker.capacity, value: 7, reason: too many } }\n'
    seedBranch(fleet.scene.double.world, 'main', { 'clusters/a/cluster.yaml': site(1, hold) })
    seedGenerated()
    const { output } = await goOn()
    expect(output).toContain('stopped, step 1 (#1) was taken back in a: rollout.hold, too many')
    expect(pullOf(fleet.scene.double, 2)).toMatchObject({ state: 'closed', comments: [{ author: 'fleet-app[bot]' }] })
    expect(listBranches(fleet.scene.double.world)).not.toContain(pullOf(fleet.scene.double, 2).branch)
    expect((await start({ again: true })).output).toContain('its pull request is open (#3 ')
    expect(pullOf(fleet.scene.double, 3).body).toContain('too many')
    expect(stateOf(3)?.clusters).toEqual(['b'])
  })

  it('closes what has nothing left to do, since somebody has done it by hand', async () => {
    await start({ to: ['a'] })
    seedBranch(fleet.scene.double.world, 'main', { 'clusters/a/cluster.yaml': `${site(1)}worker: { capacity: 7 }\n` })
    seedGenerated()
    expect((await goOn()).output).toContain('done, nothing to do, every cluster has the value')
    expect(pulls()).toEqual([[1, 'closed']])
    expect(pullOf(fleet.scene.double, 1).comments[0]?.body).toContain('nothing to do')
  })

  it('fails where a check of what was merged fails, and goes on when it is mended', async () => {
    await start({ bake: '0s' })
    const sha = await merge(fleet.scene.double, 1)
    await check(fleet.scene.double, sha, 'failure')
    expect(await goOn()).toMatchObject({ exitCode: 1, output: expect.stringContaining('FAILED, a check of the merge') })
    await check(fleet.scene.double, sha)
    expect((await goOn()).output).toContain('its pull request is open (#2 ')
  })

  it('takes no account of its own job among the checks', async () => {
    await start({ bake: '0s' })
    const sha = await mergeWell(fleet.scene.double, 1)
    await check(fleet.scene.double, sha, 'failure', 'rollout')
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
    seedBranch(fleet.scene.double.world, 'main', { 'base/features/bad/kustomization.yaml': bad })
    const { exitCode, output, errors } = await start({ set: 'features+=bad', to: ['a'] })
    expect(exitCode).toBe(1)
    expect(output).toContain('FAILED, what it changes does not build')
    expect(errors).toContain('base/features/bad/kustomization.yaml:3:13  error')
    expect([pulls(), listBranches(fleet.scene.double.world)]).toEqual([[], ['main']])
  })

  it('ends with a reason where it cannot be planned', async () => {
    const alias = `${site(1)}rollout: { labels: &x { a: b } }\nnodes: { labels: *x }\n`
    seedBranch(fleet.scene.double.world, 'main', { 'clusters/a/cluster.yaml': alias })
    seedGenerated()
    await expect(start({ set: 'nodes.labels.c=d', to: ['a'] })).rejects.toThrow(CannotFinish)
    expect(pulls()).toEqual([])
  })

  it('does not go on from what nobody can read any more', async () => {
    await start({ bake: '0s' })
    await mergeWell(fleet.scene.double, 1)
    pullOf(fleet.scene.double, 1).body = 'words'
    expect((await goOn()).output).toContain('the text of #1 does not say any more what it is for')
    expect(pulls()).toEqual([[1, 'merged']])
  })
})
