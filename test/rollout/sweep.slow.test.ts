import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FaultName, faults } from '../forge/double/fault.ts'
import { type Deviation, playTogether, type Story, sweepFaults, sweepKills } from '../forge/testing/sweep-faults.ts'
import { makeRepository, type Repository } from './testing/make-repository.ts'
import { openScene, type Scene } from './testing/open-scene.ts'
import { recordStory } from './testing/record-story.ts'
import { releaseStory } from './testing/release-story.ts'
import { siteSettings } from './testing/site-settings.ts'

/** `npm run sweep` breaks every call in every way; else it is every tenth, another one for each act and each way. */
const isWhole = process.env.SWEEP === 'whole'

let repository: Repository
let scene: Scene
let stories: readonly (Story & { name: string })[] = []

beforeAll(async () => {
  repository = makeRepository(siteSettings(4, '3.2.6'))
  scene = await openScene(repository)
  stories = await recordStory(scene, releaseStory('1'))
})
afterAll(async () => {
  await scene.close()
  repository.remove()
})

const names = Object.keys(faults) as FaultName[]

type Sweep = (story: Story, isChosen: (call: number) => boolean) => Promise<readonly Deviation[]>

/** Every act ends as it would, whatever call of it goes wrong. */
async function sweepActs(sweep: Sweep, shift: number): Promise<void> {
  for (const [act, story] of stories.entries())
    for (const { at, wanted, found } of await sweep(story, call => isWhole || (call + act + shift) % 10 === 0))
      expect(found, `${story.name}, call ${at}`).toEqual(wanted)
}

it.each(names.map((fault, at) => ({ fault, at })))(
  'a call that goes wrong changes nothing of how it ends: $fault',
  async ({ fault, at }) => {
    await sweepActs((story, isChosen) => sweepFaults(story, fault, isChosen), 3 * at)
  },
)

it('a run that is killed after any of its calls is carried on by the next', async () => {
  await sweepActs(sweepKills, 1)
})

it('two runs at once end like one', async () => {
  await sweepActs(playTogether, 0)
})
