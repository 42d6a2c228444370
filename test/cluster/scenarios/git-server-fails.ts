import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import { revertLast } from '../git/scratch-repository.ts'
import { waitFor } from '../process/wait-for.ts'
import { arrive } from '../story/await-commit.ts'
import { commitKey } from '../story/edit.ts'
import type { Scenario } from '../story/stage.ts'
import { readWorkload } from '../story/workloads.ts'

export const scenario: Scenario = {
  title: 'the Git server is down, lets nobody in, is slow, and is back',
  play: async stage => {
    const { api, engine, git, repository } = stage
    for (const fault of ['down', 'refuses'] as const) {
      git.setFault(fault)
      await engine.poke(api)
      const look = async () => {
        const complaint = await engine.complaintOfSource(api)
        return complaint ? { done: complaint } : { still: 'it says nothing' }
      }
      await waitFor(`${engine.name} to say that it cannot reach Git`, look, { seconds: 60 })
      const { status } = await readWorkload(api, 'Deployment', 'discovery')
      if (status?.readyReplicas !== 1) throw new CannotFinish('what ran does not run without Git')
      git.setFault('none')
    }
    git.setFault('slow')
    const commit = await commitKey(stage, 'worker.capacity', 3)
    await arrive(stage, commit)
    git.setFault('none')
    const seconds = await arrive(stage, await revertLast(repository))
    return { seconds, remark: 'what ran ran on; the engine said why' }
  },
}
