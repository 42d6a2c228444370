import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import { commitAll, revertLast } from '../git/scratch-repository.ts'
import { arrive } from '../story/await-commit.ts'
import { listDifferences, takeSnapshot } from '../story/snapshot.ts'
import type { Scenario } from '../story/stage.ts'

// Longer than either engine takes for a removal that it means to do.
const wait = 15_000

export const scenario: Scenario = {
  title: 'a cluster removed from Git by mistake does not vanish',
  play: async stage => {
    const { api, engine, repository, cluster } = stage
    const references = await engine.listInventory(api)
    const before = await takeSnapshot(api, references)
    rmSync(join(repository.folder, 'clusters', cluster), { recursive: true })
    await commitAll(repository, 'feat: a cluster too few')
    await engine.poke(api)
    await sleep(wait)
    const differences = listDifferences(before, await takeSnapshot(api, references))
    if (differences.length > 0) throw new CannotFinish(`gone with its folder: ${differences.join('; ')}`)
    const seconds = await arrive(stage, await revertLast(repository))
    return { seconds, remark: `all ${before.size} objects stayed` }
  },
}
