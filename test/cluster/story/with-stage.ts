import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { ControlPlane } from '../control-plane/start-control-plane.ts'
import type { Engine } from '../engines/engine.ts'
import { makeScratchRepository, setKey } from '../git/scratch-repository.ts'
import { serveGit } from '../git/serve-git.ts'
import { listNodes } from '../nodes/nodes.ts'
import type { Context } from '../parts/part.ts'
import { withState } from '../process/with-state.ts'
import { startCluster } from '../start-cluster.ts'
import { requirePrograms } from '../tools/require-programs.ts'
import type { Stage } from './stage.ts'
import { tellStory } from './tell-story.ts'

export interface Cast {
  readonly engine: Engine
  /** Name of a cluster in the repository; it is given to the engine, whatever its cluster.yaml says. */
  readonly cluster: string
  readonly kubernetes: string
}

/** Starts a cluster with an engine and tells the story of one of the repository's clusters on it. */
export const playOn = (context: Context, engine: Engine): Promise<void> =>
  withStage(context, { engine, cluster: 'lab/laptop', kubernetes: '1.34' }, stage => tellStory(stage, context))

/** Starts a cluster and a Git server with a copy of this repository, for as long as something is played there. */
export async function withStage<T>(
  { say }: Pick<Context, 'say'>,
  { engine, cluster, kubernetes }: Cast,
  play: (stage: Stage, plane: ControlPlane) => Promise<T>,
): Promise<T> {
  requirePrograms(['git'])
  return withState(`e2e-${process.pid}-${randomUUID().slice(0, 8)}-${engine.key}`, async state => {
    const plane = await startCluster(state, { kubernetes, nodes: listNodes(1, 2), engines: [engine] }, say)
    const served = join(state, 'git')
    const git = await serveGit(served)
    const giveToEngine = (folder: string) =>
      setKey(join(folder, 'clusters', cluster, 'cluster.yaml'), ['engine'], engine.key)
    try {
      const repository = await makeScratchRepository(served, git.url, giveToEngine)
      return await play({ engine, api: plane.api, repository, git, cluster }, plane)
    } finally {
      git.close()
    }
  })
}
