import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import type { Api } from '../api/api.ts'
import { commitAll, revertLast } from '../git/scratch-repository.ts'
import { arrive, fail } from '../story/await-commit.ts'
import { editFile, setClusterKey } from '../story/edit.ts'
import type { Scenario } from '../story/stage.ts'
import { readWorkload } from '../story/workloads.ts'

export const scenario: Scenario = {
  title: 'a commit that the API server refuses',
  play: async stage => {
    const { engine, repository } = stage
    setClusterKey(stage, 'images.discovery.tag', '3.2.8-1')
    editFile(stage, 'base/designer/service.yaml', text => text.replace(/port: \d+/, 'port: 99999'))
    await fail(stage, await commitAll(repository, 'feat: a port that does not exist'), /99999|between 1 and 65535/)
    const isApplied = await runsTag(stage.api, '3.2.8-1')
    if (isApplied !== engine.appliesRest)
      throw new CannotFinish(`the rest of the commit is ${isApplied ? '' : 'not '}applied`)
    const seconds = await arrive(stage, await revertLast(repository))
    return {
      seconds,
      remark: engine.appliesRest ? 'the rest of it was applied' : 'nothing of it was applied',
    }
  },
}

async function runsTag(api: Api, tag: string): Promise<boolean> {
  const { spec } = await readWorkload(api, 'Deployment', 'discovery')
  return spec.template.spec.containers.some(({ image }) => image.endsWith(`:${tag}`))
}
