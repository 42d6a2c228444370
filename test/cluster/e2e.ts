import { join } from 'node:path'
import { CannotFinish } from '../../scripts/model/cannot-finish.ts'
import type { Engine } from './engines/engine.ts'
import { flux } from './engines/flux.ts'
import { makeScratchRepository } from './git/scratch-repository.ts'
import { serveGit } from './git/serve-git.ts'
import { listNodes } from './nodes/nodes.ts'
import { withState } from './process/with-state.ts'
import { startCluster } from './start-cluster.ts'
import { type Row, tellStory } from './story/tell-story.ts'

const say = (line: string) => console.log(line)

async function run(engine: Engine, cluster: string): Promise<void> {
  const t = performance.now()
  const at = (s: string) => say(`${((performance.now() - t) / 1000).toFixed(1)} ${s}`)
  await withState(`e2e-${process.pid}`, async state => {
    const plane = await startCluster(state, { kubernetes: '1.34', nodes: listNodes(1, 3), engines: [engine] }, at)
    const served = join(state, 'git')
    const git = await serveGit(served)
    const repository = await makeScratchRepository(served, git.url)
    at(`repository KUBECONFIG=${plane.kubeconfig}`)
    await tellStory({ engine, api: plane.api, repository, git, cluster }, (row: Row) =>
      at(`${row.passed ? 'ok  ' : 'FAIL'} ${row.scenario}  ${row.seconds?.toFixed(1)}  ${row.remark}`),
    )
    if (process.env.KEEP) await new Promise(() => setInterval(() => {}, 1000))
    git.close()
  })
}
await run(flux, process.argv[2] ?? 'lab/laptop').catch(error => {
  console.error(error instanceof CannotFinish ? error.message : error)
  process.exitCode = 1
})
