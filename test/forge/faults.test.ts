import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CannotFinish } from '../../scripts/model/cannot-finish.ts'
import type { Forge } from '../../scripts/rollout/forge.ts'
import type { FaultName } from './double/fault.ts'
import { findBranch } from './double/git/refs.ts'
import { type Double, startDouble } from './double/start-double.ts'
import { impatient, openTestForge } from './testing/open-test-forge.ts'
import { seedBranch } from './testing/seed-branch.ts'

const token = 'app-token'
const branch = 'rollout/r/wave-1'
const draft = { branch, base: 'main', title: 'one', body: 'text', labels: ['rollout'] }
const changes = [{ path: 'a.yaml', text: 'a: 2\n' }]

let double: Double
let forge: Forge
let main = ''

beforeAll(async () => {
  double = await startDouble()
  forge = await openTestForge(double)
  main = seedBranch(double.world, 'main', { 'a.yaml': 'a: 1\n' })
})

afterAll(() => double.stop())
afterEach(async () => {
  double.breakAll(undefined)
  forge = await openTestForge(double)
})

/** Each of the six methods, on a repository where the five before it were called. */
const methods: Readonly<Record<keyof Forge, () => Promise<unknown>>> = {
  readBranch: () => forge.readBranch('main'),
  commit: async () =>
    forge.commit({ branch, parent: main, expected: findBranch(double.world, branch), message: 'feat: one', changes }),
  savePullRequest: () => forge.savePullRequest(draft),
  listPullRequests: () => forge.listPullRequests('rollout/'),
  readChecks: () => forge.readChecks(main),
  closePullRequest: () => forge.closePullRequest(1, 'superseded'),
}
const names = Object.keys(methods) as (keyof Forge)[]

async function runAll(): Promise<void> {
  for (const name of names) await methods[name]()
}

/** The reason of a call that cannot finish; undefined where it did. Anything else thrown fails the test. */
async function reasonOf(call: Promise<unknown>): Promise<string | undefined> {
  try {
    await call
    return undefined
  } catch (error) {
    if (error instanceof CannotFinish) return error.message
    throw error
  }
}

const reasons = {
  unauthorized: 'make a new one',
  forbidden: 'the token may not do that',
  conflict: 'something else was changed in the meantime',
  unprocessable: 'refuses the request',
  'primary-limit': 'the calls of this hour are used up',
  'too-many': 'run this again in some minutes',
  'secondary-limit': 'run this again in some minutes',
  'server-error': 'did not answer rightly',
  'server-error-after': 'did not answer rightly',
  'no-json': 'did not answer rightly',
  'reset-before': 'could not be reached',
  'reset-after': 'could not be reached',
  'cut-answer': 'could not be reached',
  'never-before': 'could not be reached',
} satisfies Partial<Record<FaultName, string>>

describe.each(Object.entries(reasons) as [FaultName, string][])(
  'where GitHub goes wrong for good (%s)',
  (fault, reason) => {
    it.each(names)('%s ends with one sentence that says what to do, without the token', async name => {
      // Only where no answer comes is there something to wait for: a short wait would end others on a busy machine.
      if (fault === 'never-before') forge = await openTestForge(double, token, { ...impatient, answerMs: 100 })
      double.breakAll(fault)
      const said = await reasonOf(methods[name]())
      expect(said).toContain(reason)
      expect(said).toMatch(/^GitHub could not [^\n]+$/)
      expect(said).not.toContain(token)
    })
  },
)

it('a repository that the token cannot see is said to be so, except that a branch may just not be there', async () => {
  double.breakAll('not-found')
  for (const name of names.filter(name => name !== 'readBranch'))
    expect(await reasonOf(methods[name]())).toContain('check GITHUB_REPOSITORY')
  expect(await forge.readBranch('main')).toBeUndefined()
})

it.each([
  ['contents=write', { contents: 'read', pull_requests: 'write' } as const],
  ['pull_requests=write', { contents: 'write', pull_requests: 'read' } as const],
  ['checks=read', { contents: 'write', pull_requests: 'write' } as const],
])('a right that is missing is named: %s', async (right, permissions) => {
  double.world.actors.set('weak', { login: 'weak[bot]', permissions })
  await methods.commit()
  forge = await openTestForge(double, 'weak')
  seedBranch(double.world, branch, { 'a.yaml': 'a: 3\n' }, main)
  const said = await reasonOf(runAll())
  expect(said).toContain(`give its app the permission ${right}`)
})

it('an address where nothing listens, or no API is, is said to be wrong', async () => {
  const { repository } = double
  const { createForge } = await import('../../scripts/rollout/octokit/create-forge.ts')
  const open = (apiUrl: string) => createForge({ token, apiUrl, patience: impatient }, repository)
  expect(await reasonOf((await open('http://127.0.0.1:1')).readChecks(main))).toContain('check GITHUB_API_URL')
  expect(await reasonOf((await open('no address')).readChecks(main))).toContain('check GITHUB_API_URL')
})
