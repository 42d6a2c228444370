import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import { revertLast } from '../git/scratch-repository.ts'
import { arrive } from '../story/await-commit.ts'
import { commitKey } from '../story/edit.ts'
import { countDifferences, listDifferences, takeSnapshot } from '../story/snapshot.ts'
import type { Scenario } from '../story/stage.ts'

export const scenario: Scenario = {
  title: 'another release of FogFlow, reverted',
  play: async stage => {
    const { api, engine, repository } = stage
    const before = await takeSnapshot(api, await engine.listInventory(api))
    await arrive(stage, await commitKey(stage, 'release', '3.2.6'))
    const between = await takeSnapshot(api, await engine.listInventory(api))
    const changed = listDifferences(before, between).length
    if (changed < 10) throw new CannotFinish(`a release changed ${changed} objects only`)
    const seconds = await arrive(stage, await revertLast(repository))
    const differences = listDifferences(before, await takeSnapshot(api, await engine.listInventory(api)))
    if (differences.length > 0) throw new CannotFinish(`after the revert: ${differences.join('; ')}`)
    return { seconds, remark: `${changed} objects changed; reverted, ${countDifferences(differences, before)}` }
  },
}
