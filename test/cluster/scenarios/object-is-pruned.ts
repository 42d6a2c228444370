import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import { read } from '../api/objects.ts'
import { commitAll, revertLast } from '../git/scratch-repository.ts'
import { arrive } from '../story/await-commit.ts'
import { editFile } from '../story/edit.ts'
import type { Scenario } from '../story/stage.ts'

const policy = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  namespace: 'fogflow-tasks-0',
  name: 'broker',
}

export const scenario: Scenario = {
  title: 'an object removed from Git is pruned',
  play: async stage => {
    const { api, repository } = stage
    if (!(await read(api, policy))) throw new CannotFinish('the policy that the scenario removes is not there')
    editFile(stage, 'base/task-namespace/kustomization.yaml', text =>
      text.replace('  - network-policy-broker.yaml\n', ''),
    )
    const seconds = await arrive(stage, await commitAll(repository, 'feat: no policy'))
    if (await read(api, policy)) throw new CannotFinish('it is still there')
    await arrive(stage, await revertLast(repository))
    return { seconds, remark: 'and back with the revert' }
  },
}
