import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import { revertLast } from '../git/scratch-repository.ts'
import { arrive, fail } from '../story/await-commit.ts'
import { commitKey } from '../story/edit.ts'
import type { Scenario } from '../story/stage.ts'
import { listReadyTags } from '../story/workloads.ts'

export const scenario: Scenario = {
  title: 'pods that never become ready, in the broker’s StatefulSet',
  play: async stage => {
    const { api, repository } = stage
    await fail(stage, await commitKey(stage, 'images.broker.tag', 'broken'), /broker/)
    const seconds = await arrive(stage, await revertLast(repository))
    const ready = await listReadyTags(api, 'broker')
    if (ready.length === 0 || ready.includes('broken')) throw new CannotFinish(`after the revert, broker runs ${ready}`)
    return { seconds, remark: 'the revert replaced the broken pod' }
  },
}
