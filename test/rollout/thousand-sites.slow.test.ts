import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { previewRollout } from '../../scripts/commands/rollout/preview.ts'
import { startRollout } from '../../scripts/commands/rollout/start.ts'
import { parseState } from '../../scripts/rollout/format/state.ts'
import { limitsPerHour } from '../../scripts/rollout/plan/count-calls.ts'
import { capture } from '../../scripts/testing/capture.ts'
import { runGit } from '../forge/double/git/run-git.ts'
import { makeRepository, type Repository } from './testing/make-repository.ts'
import { openScene, type Scene } from './testing/open-scene.ts'
import { pullOf } from './testing/people.ts'
import { siteSettings } from './testing/site-settings.ts'

let repository: Repository
let scene: Scene

beforeAll(async () => {
  repository = makeRepository(siteSettings(1_000, '3.2.6'))
  scene = await openScene(repository)
})
afterAll(async () => {
  await scene.close()
  repository.remove()
})

describe('a release for 1,000 sites', () => {
  it('is planned, and what it asks of GitHub is far below its limits', () => {
    const { environment, output } = capture(repository.root, repository.root)
    const start = performance.now()
    expect(previewRollout({ set: 'release=3.2.8', to: ['kanto/**'] }, environment)).toBe(0)
    const [, all, writes] = /(\d+) API calls in all, (\d+) of them writes/.exec(output()) ?? []
    console.info(`planned in ${Math.round(performance.now() - start)} ms: ${output().trimEnd().split('\n').at(-1)}`)
    expect(Number(all)).toBeLessThan(limitsPerHour.all / 10)
    expect(Number(writes)).toBeLessThan(limitsPerHour.writes / 10)
  })

  it('fits into one pull request, where the user wants that: its text, its files and its trees', async () => {
    const options = { set: 'release=3.2.8', to: ['kanto/**'], waves: '100%', maxOpen: '5', again: false }
    const { exitCode, output } = await scene.call(environment => startRollout(options, environment))
    expect([exitCode, output]).toEqual([0, expect.stringContaining('step 1 of 2: its pull request is open (#1 ')])
    const { body, branch } = pullOf(scene.double, 1)
    expect(body?.length).toBeLessThanOrEqual(65_536)
    expect(body).toContain('1,000 clusters')
    expect(parseState(body ?? '')?.clusters).toHaveLength(1_000)
    const files = runGit(scene.double.world.folder, ['diff', '--name-only', 'main', branch]).split('\n')
    expect(files.length).toBeLessThanOrEqual(3_000)
    const trees = scene.double.exchanges.filter(({ method, path }) => method === 'POST' && path.endsWith('/git/trees'))
    const entries = trees.map(({ request }) => (request as { readonly tree: readonly unknown[] }).tree.length)
    expect(Math.max(...entries)).toBeLessThanOrEqual(1_000)
    expect(entries.reduce((sum, count) => sum + count, 0)).toBe(files.length)
    console.info(
      `${files.length} files in ${scene.double.exchanges.length} API calls, a text of ${body?.length} characters`,
    )
  })
})
