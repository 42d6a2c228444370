import { git } from '../git/git.ts'
import { arrive } from '../story/await-commit.ts'
import { commitKey } from '../story/edit.ts'
import type { Scenario } from '../story/stage.ts'

export const scenario: Scenario = {
  title: 'main is force-pushed to an older commit',
  play: async stage => {
    const { folder } = stage.repository
    await arrive(stage, await commitKey(stage, 'worker.capacity', 3))
    await git(folder, 'reset', '--quiet', '--hard', 'HEAD~1')
    await git(folder, 'push', '--quiet', '--force', 'origin', 'HEAD')
    const seconds = await arrive(stage, await git(folder, 'rev-parse', 'HEAD'))
    return { seconds, remark: 'the engine follows' }
  },
}
