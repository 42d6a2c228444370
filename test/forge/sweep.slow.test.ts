import { expect, it } from 'vitest'
import { createForge } from '../../scripts/rollout/octokit/create-forge.ts'
import { type FaultName, faults } from './double/fault.ts'
import { findBranch } from './double/git/refs.ts'
import { readState } from './testing/read-state.ts'
import { seedBranch } from './testing/seed-branch.ts'
import { type Story, sweepFaults, sweepKills } from './testing/sweep-faults.ts'

const branch = 'rollout/r/wave-1'

/** Opens a pull request, changes it, and closes it: every method of the forge. What was closed stays closed. */
const story: Story = {
  begin: ({ world }) => {
    seedBranch(world, 'main', { 'a.yaml': 'a: 1\n' })
  },
  async run(access, { world, repository }) {
    const forge = await createForge(access, repository)
    const parent = findBranch(world, 'main') ?? ''
    const before = await forge.listPullRequests('rollout/')
    if (before.some(({ state }) => state === 'closed')) return
    for (const text of ['a: 2\n', 'a: 3\n']) {
      const expected = await forge.readBranch(branch)
      await forge.commit({ branch, parent, expected, message: text, changes: [{ path: 'a.yaml', text }] })
      await forge.savePullRequest({ branch, base: 'main', title: text, body: text, labels: ['rollout'] })
    }
    const [pull] = await forge.listPullRequests('rollout/')
    if (pull === undefined || (await forge.readChecks(pull.head)) === 'failure') throw new Error('it is not there')
    await forge.closePullRequest(pull.number, 'superseded')
  },
  readState,
}

it.each(Object.keys(faults) as FaultName[])('a call that goes wrong once leaves no trace: %s', async fault => {
  expect(await sweepFaults(story, fault)).toEqual([])
})

it('a run that is killed after any of its calls is carried on by the next', async () => {
  expect(await sweepKills(story)).toEqual([])
})
