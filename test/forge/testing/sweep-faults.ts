import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import type { ForgeAccess } from '../../../scripts/model/environment.ts'
import type { FaultName } from '../double/fault.ts'
import { type Double, startDouble } from '../double/start-double.ts'
import { accessOf, impatient } from './open-test-forge.ts'

/** Something that is done to a forge, and may be done again where it could not be finished. */
export interface Story {
  /** What is there before. */
  begin(double: Double): Promise<void> | void
  run(access: ForgeAccess, double: Double): Promise<unknown>
  /** What is there after it: all that must be the same, whatever went wrong in between. */
  readState(double: Double): unknown
}

/** An end state that is not that of the run in which nothing went wrong. */
export interface Deviation {
  /** The call that went wrong, from 1; 0 where none did. */
  readonly at: number
  readonly wanted: unknown
  readonly found: unknown
}

/** Which calls of a story go wrong, by their numbers from 1; without it, each. */
export type Choice = (call: number) => boolean

/** How many reruns a story gets. */
const reruns = 3

/** Makes every call of a story go wrong, one after the other; the story is run again until it can be finished. */
export async function sweepFaults(
  story: Story,
  fault: FaultName,
  isChosen: Choice = () => true,
): Promise<readonly Deviation[]> {
  return sweep(story, isChosen, async (double, at) => {
    const made = double.breakCall(at, fault)
    const patience = fault.startsWith('never') ? { ...impatient, answerMs: 1000 } : impatient
    await runAgain(story, double, accessOf(double, patience))
    await made
  })
}

/** Ends a run after every call of it, one after the other: the call took effect, and nobody is there for the answer. */
export async function sweepKills(story: Story, isChosen: Choice = () => true): Promise<readonly Deviation[]> {
  return sweep(story, isChosen, async (double, at) => {
    const made = double.breakCall(at, 'never-after')
    const endless = { ...impatient, answerMs: 2 ** 31 - 1 }
    const killed = story.run(accessOf(double, endless), double)
    killed.catch(() => undefined) // it is gone; what becomes of its connection concerns nobody
    await made
    await runAgain(story, double, accessOf(double))
  })
}

/** Plays a story by two at once, who may get in each other's way, and once more after that. */
export async function playTogether(story: Story): Promise<readonly Deviation[]> {
  const { state: wanted } = await playUndisturbed(story)
  const found = await play(story, async double => {
    const runs = [1, 2].map(() => story.run(accessOf(double), double))
    for (const run of await Promise.allSettled(runs))
      if (run.status === 'rejected' && !(run.reason instanceof CannotFinish)) throw run.reason
    await runAgain(story, double, accessOf(double))
  })
  return JSON.stringify(found) === JSON.stringify(wanted) ? [] : [{ at: 0, wanted, found }]
}

async function sweep(
  story: Story,
  isChosen: Choice,
  disturb: (double: Double, at: number) => Promise<void>,
): Promise<Deviation[]> {
  const { state: wanted, calls } = await playUndisturbed(story)
  const deviations: Deviation[] = []
  for (let at = 1; at <= calls; at++) {
    if (!isChosen(at)) continue
    const found = await play(story, double => disturb(double, at))
    if (JSON.stringify(found) !== JSON.stringify(wanted)) deviations.push({ at, wanted, found })
  }
  return deviations
}

interface Undisturbed {
  readonly state: unknown
  readonly calls: number
}

const undisturbed = new WeakMap<Story, Promise<Undisturbed>>()

/** Where a story leads when nothing goes wrong, and by how many calls: played once, however often it is swept. */
function playUndisturbed(story: Story): Promise<Undisturbed> {
  const known = undisturbed.get(story) ?? playAndCount(story)
  undisturbed.set(story, known)
  return known
}

async function playAndCount(story: Story): Promise<Undisturbed> {
  let calls = 0
  const state = await play(story, async double => {
    await story.run(accessOf(double), double)
    calls = double.exchanges.length
  })
  return { state, calls }
}

async function play(story: Story, act: (double: Double) => Promise<void>): Promise<unknown> {
  const double = await startDouble()
  try {
    await story.begin(double)
    await act(double)
    return story.readState(double)
  } finally {
    await double.stop()
  }
}

/** Any error but CannotFinish is a bug and ends the test. */
async function runAgain(story: Story, double: Double, access: ForgeAccess): Promise<unknown> {
  for (let run = 0; ; run++) {
    try {
      return await story.run(access, double)
    } catch (error) {
      if (!(error instanceof CannotFinish) || run === reruns) throw error
    }
  }
}
