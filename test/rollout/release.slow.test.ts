import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planFleet, readFleet } from '../../scripts/fleet/plan-fleet.ts'
import { countCalls, limitsPerHour } from '../../scripts/rollout/plan/count-calls.ts'
import { readFiles } from '../forge/testing/seed-branch.ts'
import { git, makeRepository, type Repository } from './testing/make-repository.ts'
import { type Called, openScene, type Scene } from './testing/open-scene.ts'
import { releaseStory } from './testing/release-story.ts'
import { siteSettings } from './testing/site-settings.ts'

const sites = 30
let repository: Repository
let scene: Scene
/** The tree of the main branch after each act. */
const trees: string[] = []
const calls = new Map<string, { readonly all: number; readonly writes: number }>()

beforeAll(async () => {
  repository = makeRepository(siteSettings(sites, '3.2.6'))
  scene = await openScene(repository)
})
afterAll(async () => {
  await scene.close()
  repository.remove()
})

/** The names of the sites that have a release on the main branch, whoever set it, and how many of all are held. */
function readMain() {
  git(scene.clone, 'pull', '--quiet')
  const { fleet } = readFleet(scene.clone)
  const updated = fleet.clusters.filter(({ settings }) => settings.release === '3.2.8').length
  const held = fleet.clusters.filter(({ settings }) => settings.rollout.hold?.value === '3.2.8').length
  return { updated, held }
}

const expected: readonly { readonly says: string; readonly updated: number; readonly held: number }[] = [
  { says: 'step 1 of 5: its pull request is open (#1 ', updated: 0, held: 0 },
  { says: 'waits, #1 bakes for 1h', updated: 1, held: 0 },
  { says: 'step 2 of 5: its pull request is open (#2 ', updated: 1, held: 0 },
  { says: 'waits, it is not merged', updated: 1, held: 0 },
  { says: 'step 2 of 5: its pull request is up to date again (#2 ', updated: 1, held: 0 },
  { says: 'step 3 of 5: its pull request is open (#3 ', updated: 5, held: 0 },
  { says: '#4 revert: Merge pull request #3', updated: 21, held: 0 },
  { says: 'stopped, step 3 (#3) was taken back in ', updated: 5, held: 16 },
  { says: '#5 revert: revert: Merge pull request #3', updated: 5, held: 16 },
  { says: 'step 4 of 5: its pull request is open (#6 ', updated: 21, held: 0 },
  { says: 'step 5 of 5: its pull request is open (#7 ', updated: 30, held: 0 },
  { says: 'no rollout is under way', updated: 30, held: 0 },
]

describe('a release goes to 30 sites in four waves', () => {
  it.each(releaseStory('growing').map((act, at) => ({ ...act, at })))(
    '$name',
    async ({ at, name, prepare, command }) => {
      await prepare?.(scene)
      const before = scene.double.exchanges.length
      const called: Called = await scene.call(environment => command(environment, scene.double))
      const made = scene.double.exchanges.slice(before)
      calls.set(name, { all: made.length, writes: made.filter(({ method }) => method !== 'GET').length })
      expect(called).toMatchObject({ exitCode: 0, errors: '' })
      const { says, ...wanted } = expected[at] ?? { says: 'nothing' }
      expect(called.output).toContain(says)
      expect(readMain()).toEqual(wanted)
      trees.push(git(scene.clone, 'rev-parse', 'HEAD^{tree}'))
      // What is on the main branch is, byte for byte, what `generate` gives.
      const { writes, deletes } = planFleet(readFleet(scene.clone).fleet)
      expect([[...writes.keys()], deletes]).toEqual([[], []])
    },
  )

  it('has the same files after the rollback of the rollback as before both', () => {
    const [failed, stopped, restored] = [trees[6], trees[7], trees[9]]
    expect(restored).toBe(failed)
    expect(stopped).not.toBe(failed)
  })

  it('leaves the files as if a person had edited defaults.yaml, but for the word that came in between', () => {
    const [before, after] = [
      readFiles(scene.double.world, git(repository.root, 'rev-parse', 'HEAD')),
      readFiles(scene.double.world, 'main'),
    ]
    const settings = (files: typeof before) => Object.entries(files).filter(([path]) => path.endsWith('/cluster.yaml'))
    const differing = settings(after).filter(([path, text]) => before[path] !== text)
    expect(differing.map(([, text]) => text.startsWith('# a word\n'))).toEqual([true])
    expect(after['clusters/kanto/defaults.yaml']).toContain('release: "3.2.8"')
  })

  it('has one branch and one pull request a step', () => {
    const branches = scene.double.world.pulls.map(({ branch }) => branch)
    expect(new Set(branches).size).toBe(branches.length)
    expect(scene.double.world.pulls.every(({ merged }) => merged !== undefined)).toBe(true)
  })

  it('asks of GitHub far less than it allows in an hour', () => {
    const sum = (one: 'all' | 'writes') => [...calls.values()].reduce((total, call) => total + call[one], 0)
    const { reads, writes } = countCalls({
      kind: 'wave',
      index: 1,
      clusters: [],
      alsoChanged: [],
      files: [{ path: 'x', text: '' }],
    })
    const callsPerRun = reads + writes
    const most = [...calls].sort(([, one], [, other]) => other.all - one.all)[0]
    console.info(
      `${sum('all')} API calls in the whole story, ${sum('writes')} of them writes; the most in one run: ${most?.[1].all} (${most?.[0]})`,
    )
    expect(most?.[1].all).toBeLessThanOrEqual(callsPerRun)
    expect(sum('all')).toBeLessThan(limitsPerHour.all)
    expect(sum('writes')).toBeLessThan(limitsPerHour.writes)
  })
})
