import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { StartArguments } from '../../scripts/commands/rollout/start.ts'
import { showStatus } from '../../scripts/commands/rollout/status.ts'
import { CannotFinish } from '../../scripts/model/cannot-finish.ts'
import { readState } from '../forge/testing/read-state.ts'
import { openFourSites } from './testing/four-sites.ts'
import { git } from './testing/make-repository.ts'
import { mergeWell } from './testing/people.ts'

const fleet = openFourSites()
const { start, goOn, pulls } = fleet

describe('the reports of verify', () => {
  const report = (cluster: string, commit: string, failed = 0) => {
    const summary = { passed: 3, failed, skipped: 0, warnings: 0, durationMs: 1 }
    const checks = [{ id: 'pods-ready', state: failed > 0 ? 'failed' : 'passed', remark: '' }]
    const where = { cluster, context: 'x', server: 'https://x', revision: `main at ${commit.slice(0, 12)}` }
    const file = join(fleet.scene.clone, '..', `${cluster}-${commit}-${failed}.json`)
    writeFileSync(file, JSON.stringify({ ...where, checks, summary, diagnostics: [] }))
    return file
  }

  it('keep a rollout from going on until they are there, are of after the merge, and are well', async () => {
    await start({ bake: '0s', waves: '2' })
    const before = git(fleet.scene.clone, 'rev-parse', 'HEAD')
    const sha = await mergeWell(fleet.scene.double, 1)
    const say = async (...verify: string[]) => (await goOn({ verify })).output
    expect(await say(report('a', sha))).toContain('waits, 1 of its 2 clusters have no report of after the merge')
    expect(await say(report('a', sha), report('b', before))).toContain('waits, 1 of its 2 clusters')
    expect(await say(report('a', sha), report('b', sha, 1))).toContain('FAILED, verify fails in 1 of its 2 clusters (b')
    expect(await say(report('a', sha), report('b', sha))).toContain('its pull request is open (#2 ')
  })

  it('may fail in as many clusters as the user tolerates', async () => {
    await start({ bake: '0s', waves: '2', tolerate: '50%' })
    const sha = await mergeWell(fleet.scene.double, 1)
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
  writeFileSync(join(fleet.scene.clone, 'README.md'), '# words')
  for (const options of wrong) await expect(start(options)).rejects.toThrow(CannotFinish)
  expect(pulls()).toEqual([])
})

it('the status tells how each stands, and asks only', async () => {
  await start({ bake: '0s' })
  await mergeWell(fleet.scene.double, 1)
  await start({ set: 'kubernetes=1.35', to: ['d'] })
  const before = readState(fleet.scene.double)
  const json = await fleet.scene.call(environment => showStatus({ format: 'json' }, environment))
  expect(JSON.parse(json.output).rollouts).toMatchObject([
    { set: 'kubernetes=1.35', state: 'waiting', pullRequest: { number: 2 } },
    { set: 'worker.capacity=7', state: 'ready', step: { index: 2, of: 4 }, pullRequest: { number: 1 } },
  ])
  expect(readState(fleet.scene.double)).toEqual(before)
})
