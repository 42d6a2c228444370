import { revertLast } from '../git/scratch-repository.ts'
import { waitFor } from '../process/wait-for.ts'
import { arrive } from '../story/await-commit.ts'
import { commitKey, setClusterKey } from '../story/edit.ts'
import type { Scenario } from '../story/stage.ts'
import { readWorkload } from '../story/workloads.ts'

export const scenario: Scenario = {
  title: 'a revert while pods are still waited for',
  play: async stage => {
    const { api, engine, repository } = stage
    setClusterKey(stage, 'worker.capacity', 3) // an object with another name: one more is to be pruned
    await commitKey(stage, 'images.rabbitmq.tag', 'broken')
    await engine.poke(api)
    const look = async () => {
      const { spec, status } = await readWorkload(api, 'Deployment', 'rabbitmq')
      const isBroken = spec.template.spec.containers.some(({ image }) => image.endsWith(':broken'))
      return isBroken && !status?.readyReplicas ? { done: true } : { still: 'it runs as before' }
    }
    await waitFor('the broken commit to be applied', look, { seconds: 60 })
    const seconds = await arrive(stage, await revertLast(repository))
    return { seconds, remark: 'RabbitMQ was down until the revert' }
  },
}
