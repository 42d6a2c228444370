import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import { revertLast } from '../git/scratch-repository.ts'
import { arrive, fail } from '../story/await-commit.ts'
import { commitKey } from '../story/edit.ts'
import type { Scenario } from '../story/stage.ts'
import { listReadyTags } from '../story/workloads.ts'

export const scenario: Scenario = {
  title: 'pods that never become ready, in a Deployment',
  play: async stage => {
    const { api, repository } = stage
    await fail(stage, await commitKey(stage, 'images.discovery.tag', 'broken'), /discovery/)
    // One that must never run twice is stopped before the next one starts: it is down until the revert.
    const ready = await listReadyTags(api, 'discovery')
    if (ready.length > 0) throw new CannotFinish(`discovery runs ${ready} beside a pod that is to replace it`)
    const seconds = await arrive(stage, await revertLast(repository))
    return { seconds, remark: 'discovery was down until the revert' }
  },
}
