import type { Context, Row } from '../parts/part.ts'
import { bootstrap } from './bootstrap.ts'
import { listScenarios } from './list-scenarios.ts'
import { countDifferences, listDifferences, type Snapshot, takeSnapshot } from './snapshot.ts'
import type { Scenario, Seen, Stage } from './stage.ts'

/**
 * Deploys a cluster and plays all scenarios on it. After each the objects must be those of the beginning; the first that
 * fails ends the story, since the next ones would begin with something else than they expect.
 */
export async function tellStory(stage: Stage, { report, filter = '' }: Context): Promise<void> {
  const first = await play(stage, { title: 'first sync', play: bootstrap })
  report(first)
  if (!first.passed) return
  const start = await takeSnapshot(stage.api, await stage.engine.listInventory(stage.api))
  for (const scenario of (await listScenarios()).filter(({ title }) => title.includes(filter))) {
    const row = await play(stage, withSameEnd(scenario, start))
    report(row)
    if (!row.passed) return
  }
}

export async function play(stage: Stage, { title, play }: Scenario): Promise<Row> {
  const row = { scenario: title, with: stage.engine.name }
  try {
    return { ...row, ...(await play(stage)), passed: true }
  } catch (error) {
    return { ...row, remark: (error as Error).message, passed: false }
  }
}

const withSameEnd = ({ title, play }: Scenario, start: Snapshot): Scenario => ({
  title,
  play: async (stage): Promise<Seen> => {
    const { seconds, remark } = await play(stage)
    const differences = listDifferences(
      start,
      await takeSnapshot(stage.api, await stage.engine.listInventory(stage.api)),
    )
    if (differences.length > 0) throw new Error(`in the end, ${differences.join('; ')}`)
    return { seconds, remark: `${remark}; ${countDifferences(differences, start)}` }
  },
})
