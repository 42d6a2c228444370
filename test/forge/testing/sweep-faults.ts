import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import type { Forge } from '../../../scripts/rollout/forge.ts'
import type { FaultName } from '../double/fault.ts'
import { type Double, startDouble } from '../double/start-double.ts'
import { impatient, openTestForge } from './open-test-forge.ts'

/** Something that is done to a forge, and may be done again where it could not be finished. */
export interface Story {
  /** What is there before. */
  begin(double: Double): Promise<void> | void
  run(forge: Forge, double: Double): Promise<void>
  /** What is there after it: all that must be the same, whatever went wrong in between. */
  readState(double: Double): unknown
}

/** An end state that is not that of the run in which nothing went wrong. */
export interface Deviation {
  /** The call that went wrong, from 1. */
  readonly at: number
  readonly wanted: unknown
  readonly found: unknown
}

/** How many reruns a story gets. */
const reruns = 3

/** Makes every call of a story go wrong, one after the other; the story is run again until it can be finished. */
export async function sweepFaults(story: Story, fault: FaultName): Promise<readonly Deviation[]> {
  return sweep(story, async (double, at) => {
    const made = double.breakCall(at, fault)
    const patience = fault.startsWith('never') ? { ...impatient, answerMs: 1000 } : impatient
    await runAgain(story, double, await openTestForge(double, 'app-token', patience))
    await made
  })
}

/** Ends a run after every call of it, one after the other: the call took effect, and nobody is there for the answer. */
export async function sweepKills(story: Story): Promise<readonly Deviation[]> {
  return sweep(story, async (double, at) => {
    const made = double.breakCall(at, 'never-after')
    const endless = { ...impatient, answerMs: 2 ** 31 - 1 }
    const killed = story.run(await openTestForge(double, 'app-token', endless), double)
    killed.catch(() => undefined) // it is gone; what becomes of its connection concerns nobody
    await made
    await runAgain(story, double, await openTestForge(double))
  })
}

async function sweep(story: Story, disturb: (double: Double, at: number) => Promise<void>): Promise<Deviation[]> {
  let calls = 0
  const wanted = await play(story, async double => {
    await story.run(await openTestForge(double), double)
    calls = double.exchanges.length
  })
  const deviations: Deviation[] = []
  for (let at = 1; at <= calls; at++) {
    const found = await play(story, double => disturb(double, at))
    if (JSON.stringify(found) !== JSON.stringify(wanted)) deviations.push({ at, wanted, found })
  }
  return deviations
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
async function runAgain(story: Story, double: Double, forge: Forge): Promise<void> {
  for (let run = 0; ; run++) {
    try {
      return await story.run(forge, double)
    } catch (error) {
      if (!(error instanceof CannotFinish) || run === reruns) throw error
    }
  }
}
