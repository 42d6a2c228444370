import { join } from 'node:path'
import type { Engine } from '../engines/engine.ts'
import { makeScratchRepository, setKey } from '../git/scratch-repository.ts'
import { serveGit } from '../git/serve-git.ts'
import { listNodes } from '../nodes/nodes.ts'
import { withState } from '../process/with-state.ts'
import { type Say, startCluster } from '../start-cluster.ts'
import type { Stage } from './stage.ts'

const kubernetes = '1.34'

/** Starts a cluster with an engine beside a repository that it can follow; all of it ends when the work is done. */
export async function onStage(
  name: string,
  plan: { readonly engine: Engine; readonly cluster: string },
  say: Say,
  work: (stage: Stage) => Promise<void>,
): Promise<void> {
  const { engine, cluster } = plan
  await withState(`${name}-${process.pid}-${engine.key}`, async state => {
    const { api } = await startCluster(state, { kubernetes, nodes: listNodes(1, 2), engines: [engine] }, say)
    const served = join(state, 'git')
    const git = await serveGit(served)
    const change = (folder: string) => setKey(join(folder, 'clusters', cluster, 'cluster.yaml'), ['engine'], engine.key)
    try {
      const repository = await makeScratchRepository(served, git.url, change)
      await work({ engine, api, repository, git, cluster })
    } finally {
      git.close()
    }
  })
}
