import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { type ContinueArguments, continueRollouts } from '../../../scripts/commands/rollout/continue.ts'
import { type StartArguments, startRollout } from '../../../scripts/commands/rollout/start.ts'
import { planFleet, readFleet } from '../../../scripts/fleet/plan-fleet.ts'
import { parseState } from '../../../scripts/rollout/format/state.ts'
import { seedBranch } from '../../forge/testing/seed-branch.ts'
import { git, makeRepository, type Repository } from './make-repository.ts'
import { openScene, type Scene } from './open-scene.ts'
import { pullOf } from './people.ts'

const defaults =
  'role: cloud\nengine: flux\ntopology: single-node\nrepository: { url: "https://git.example.org/f.git" }\n'

/** The cluster.yaml of a site, and more lines of it. */
export const site = (id: number, more = '') =>
  `site: { id: "${id}", location: { latitude: 1, longitude: 2 } }\naddress: 192.0.2.${id}\n${more}`

const usual = { set: 'worker.capacity=7', to: ['*'], waves: '1,2', maxOpen: '5', again: false }

/** The clusters a, b, c and d on a forge, anew for each test of the file, and a rollout to them in waves of 1, 2 and 1. */
export function openFourSites() {
  let repository: Repository
  let scene: Scene
  beforeAll(() => {
    const sites = ['a', 'b', 'c', 'd'].map((name, at) => [`${name}/cluster.yaml`, site(at + 1)])
    repository = makeRepository({ 'defaults.yaml': defaults, ...Object.fromEntries(sites) })
  })
  afterAll(() => repository.remove())
  beforeEach(async () => {
    scene = await openScene(repository)
  })
  afterEach(() => scene.close())
  return {
    get scene() {
      return scene
    },
    start: (options: Partial<StartArguments> = {}) =>
      scene.call(environment => startRollout({ ...usual, ...options }, environment)),
    goOn: (options: Partial<ContinueArguments> = {}) =>
      scene.call(environment => continueRollouts({ maxOpen: '5', ...options }, environment)),
    pulls: () => scene.double.world.pulls.map(({ number, state, merged }) => [number, merged ? 'merged' : state]),
    stateOf: (number: number) => parseState(pullOf(scene.double, number).body ?? ''),
    pass(minutes: number) {
      scene.clock.now = new Date(scene.clock.now.getTime() + minutes * 60_000)
    },
    /** Brings what is generated on the main branch up to date, as a person does who changes settings. */
    seedGenerated() {
      git(scene.clone, 'pull', '--quiet')
      const { writes } = planFleet(readFleet(scene.clone).fleet)
      seedBranch(scene.double.world, 'main', Object.fromEntries(writes))
    },
  }
}
