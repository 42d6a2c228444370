import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import { revertLast } from '../git/scratch-repository.ts'
import { arrive } from '../story/await-commit.ts'
import { commitKey } from '../story/edit.ts'
import type { Scenario } from '../story/stage.ts'
import { listPods } from '../story/workloads.ts'

export const scenario: Scenario = {
  title: 'a commit on main arrives',
  play: async stage => {
    const before = await listPods(stage.api, 'worker')
    const seconds = await arrive(stage, await commitKey(stage, 'worker.capacity', 3))
    const after = await listPods(stage.api, 'worker')
    const configOf = (pods: typeof before) =>
      pods.flatMap(({ spec }) => spec.volumes?.flatMap(({ configMap }) => configMap?.name ?? []) ?? []).join()
    if (configOf(before) === configOf(after)) throw new CannotFinish('the worker runs on with its old config.json')
    await arrive(stage, await revertLast(stage.repository))
    return { seconds, remark: `worker restarted with ${configOf(after).split(',').at(-1)}` }
  },
}
