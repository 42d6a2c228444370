import { join } from 'node:path'
import type { Engine } from '../engines/engine.ts'
import { makeScratchRepository, setKey } from '../git/scratch-repository.ts'
import { serveGit } from '../git/serve-git.ts'
import { listNodes } from '../nodes/nodes.ts'
import type { Context } from '../parts/part.ts'
import { withState } from '../process/with-state.ts'
import { startCluster } from '../start-cluster.ts'
import { tellStory } from './tell-story.ts'

const kubernetes = '1.34'

/** Starts a cluster with an engine and tells the story of one of the repository's clusters on it. */
export async function playOn(context: Context, engine: Engine, cluster: string): Promise<void> {
  await withState(`e2e-${process.pid}-${engine.key}`, async state => {
    const { api } = await startCluster(state, { kubernetes, nodes: listNodes(1, 2), engines: [engine] }, context.say)
    const served = join(state, 'git')
    const git = await serveGit(served)
    const change = (folder: string) => setKey(join(folder, 'clusters', cluster, 'cluster.yaml'), ['engine'], engine.key)
    try {
      const repository = await makeScratchRepository(served, git.url, change)
      await tellStory({ engine, api, repository, git, cluster }, context)
    } finally {
      git.close()
    }
  })
}
