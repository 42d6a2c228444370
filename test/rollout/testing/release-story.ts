import { rollback } from '../../../scripts/commands/rollback.ts'
import { continueRollouts } from '../../../scripts/commands/rollout/continue.ts'
import { startRollout } from '../../../scripts/commands/rollout/start.ts'
import { readFiles, seedBranch } from '../../forge/testing/seed-branch.ts'
import type { Act } from './act.ts'
import type { Scene } from './open-scene.ts'
import { mergeWell } from './people.ts'

const settings = { set: 'release=3.2.8', to: ['kanto/**'], bake: '1h', maxOpen: '5', again: false }

const goOn: Act['command'] = environment => continueRollouts({ maxOpen: '5' }, environment)
/** Takes back what was merged last. */
const takeBack: Act['command'] = (environment, { world }) => {
  const pr = String(world.pulls.filter(({ merged }) => merged).at(-1)?.number)
  return rollback({ pr, reason: 'brokers lose subscriptions', dryRun: false }, environment)
}

type World = Pick<Scene, 'double' | 'clock' | 'clone'>

/** Merges the newest pull request; its checks are green. */
const mergeLast = ({ double }: World) => mergeWell(double, double.world.pulls.length)

const pass = ({ clock }: World, hours: number) => {
  clock.now = new Date(clock.now.getTime() + hours * 3_600_000)
}

const mergeAndBake = async (world: World) => {
  await mergeLast(world)
  pass(world, 1)
}

/** Somebody writes into a file that the open pull request changes, too. */
function editSite({ double }: World): void {
  const changed = readFiles(double.world, double.world.pulls.at(-1)?.head ?? '')
  const main = readFiles(double.world, 'main')
  const path = Object.keys(main).find(one => one.endsWith('/cluster.yaml') && main[one] !== changed[one]) ?? ''
  seedBranch(double.world, 'main', { [path]: `# a word\n${main[path]}\n` })
}

/**
 * A release goes to a fleet in four waves. The second is merged late, the third is taken back, so that the rollout stops,
 * and is given back, so that it goes on.
 */
export const releaseStory = (waves: string): readonly Act[] => [
  { name: 'the first wave is opened', command: environment => startRollout({ ...settings, waves }, environment) },
  { name: 'its merge bakes', prepare: mergeLast, command: goOn },
  { name: 'the second wave is opened', prepare: world => pass(world, 1), command: goOn },
  { name: 'nobody merges it for days', prepare: world => pass(world, 72), command: goOn },
  { name: 'it is brought up to date with what came in between', prepare: editSite, command: goOn },
  { name: 'the third wave is opened', prepare: mergeAndBake, command: goOn },
  { name: 'it fails, and a rollback is opened', prepare: mergeLast, command: takeBack },
  { name: 'the hold stops the rollout', prepare: mergeAndBake, command: goOn },
  { name: 'it was another thing, and the rollback is rolled back', command: takeBack },
  { name: 'the fourth wave is opened', prepare: mergeAndBake, command: goOn },
  { name: 'the value goes into defaults.yaml', prepare: mergeAndBake, command: goOn },
  { name: 'that is all', prepare: mergeAndBake, command: goOn },
]
