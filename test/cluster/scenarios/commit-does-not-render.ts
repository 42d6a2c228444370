import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import { commitAll, revertLast } from '../git/scratch-repository.ts'
import { arrive, fail } from '../story/await-commit.ts'
import { editFile, setClusterKey } from '../story/edit.ts'
import type { Scenario } from '../story/stage.ts'
import { readWorkload } from '../story/workloads.ts'

export const scenario: Scenario = {
  title: 'a commit that does not render',
  play: async stage => {
    const { api, repository, cluster } = stage
    setClusterKey(stage, 'worker.capacity', 3)
    editFile(stage, `clusters/${cluster}/fogflow/kustomization.yaml`, text =>
      text.replace(/^resources:\n/m, 'resources:\n  - missing.yaml\n'),
    )
    const before = await readWorkload(api, 'StatefulSet', 'worker')
    await fail(stage, await commitAll(repository, 'feat: a file that is not there'), /missing\.yaml/)
    const { metadata } = await readWorkload(api, 'StatefulSet', 'worker')
    if (metadata.generation !== before.metadata.generation)
      throw new CannotFinish('something of the commit was applied')
    const seconds = await arrive(stage, await revertLast(repository))
    return { seconds, remark: 'nothing of it applied; the engine names the file' }
  },
}
