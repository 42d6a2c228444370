import { afterEach, beforeEach, expect, it } from 'vitest'
import { runGit } from './double/git/run-git.ts'
import { type Double, startDouble } from './double/start-double.ts'
import { openTestForge } from './testing/open-test-forge.ts'
import { seedBranch } from './testing/seed-branch.ts'

let double: Double
let main = ''

beforeEach(async () => {
  double = await startDouble()
  main = seedBranch(double.world, 'main', { 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n' })
})

afterEach(() => double.stop())

it('a commit of 2,100 files stands on trees of at most 1,000 entries', async () => {
  const forge = await openTestForge(double)
  const changes = Array.from({ length: 2100 }, (_, at) => ({ path: `clusters/${at}/cluster.yaml`, text: `${at}\n` }))
  await forge.commit({ branch: 'x', parent: main, expected: undefined, message: 'feat: many', changes })
  const sizes = double.exchanges
    .filter(({ path, method }) => method === 'POST' && path.endsWith('/git/trees'))
    .map(({ request }) => (request as { tree: unknown[] }).tree.length)
  expect(sizes).toEqual([1000, 1000, 100])
  expect(runGit(double.world.folder, ['ls-tree', '-r', 'x']).split('\n')).toHaveLength(2102)
})

it('calls that write keep at least a second between them: fewer than 80 a minute', async () => {
  const forge = await openTestForge(double, 'app-token', { secondMs: 1000, answerMs: 60_000, isThrottled: true })
  const times: number[] = []
  const { now } = double.world
  double.world.now = () => {
    const time = now()
    times.push(time.getTime())
    return time
  }
  for (const text of ['1', '2', '3'])
    await forge.commit({
      ...{ branch: `x${text}`, parent: main, expected: undefined, message: 'feat: one' },
      changes: [{ path: 'a.yaml', text }],
    })
  const writes = double.exchanges.filter(({ method }) => method !== 'GET')
  expect(writes).toHaveLength(9)
  const begun = Math.min(...times)
  // 9 writes have 8 pauses between them; a timer may fire a millisecond early
  expect(Math.max(...times) - begun).toBeGreaterThanOrEqual(8 * 990)
})
