import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import { git } from '../git/git.ts'
import { mergeBranch, revertLast } from '../git/scratch-repository.ts'
import { arrive } from '../story/await-commit.ts'
import { commitKey } from '../story/edit.ts'
import type { Scenario } from '../story/stage.ts'
import { listReadyTags } from '../story/workloads.ts'

export const scenario: Scenario = {
  title: 'a pull request is merged and arrives',
  play: async stage => {
    const { api, engine, repository } = stage
    await git(repository.folder, 'checkout', '--quiet', '-b', 'change')
    await commitKey(stage, 'images.nginx.tag', '1.28.1')
    await engine.poke(api)
    if ((await listReadyTags(api, 'nginx')).includes('1.28.1')) throw new CannotFinish('a branch was deployed')
    const seconds = await arrive(stage, await mergeBranch(repository, 'change'))
    const tags = await listReadyTags(api, 'nginx')
    if (tags.some(tag => tag !== '1.28.1')) throw new CannotFinish(`nginx runs ${tags}, merged was 1.28.1`)
    await arrive(stage, await revertLast(repository))
    return { seconds, remark: 'and the merge reverted' }
  },
}
