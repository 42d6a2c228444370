import { randomUUID } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { ControlPlane } from '../control-plane/start-control-plane.ts'
import type { Engine } from '../engines/engine.ts'
import { type TakenCluster, takeCluster } from '../foreign/take-cluster.ts'
import { makeScratchRepository, setKey } from '../git/scratch-repository.ts'
import { serveGit } from '../git/serve-git.ts'
import { listNodes } from '../nodes/nodes.ts'
import { ownClass } from '../nodes/read-stages.ts'
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

/** Tells the story of one of the repository's clusters, on a cluster of its own or on the one that the context names. */
export const playOn = (context: Context, engine: Engine): Promise<void> =>
  withStage(context, { engine, cluster: 'lab/laptop', kubernetes: '1.34' }, stage => tellStory(stage, context))

/**
 * Starts a cluster, or takes a foreign one, and a Git server with a copy of this repository, for as long as something is
 * played there.
 */
export async function withStage<T>(
  { say, foreign }: Pick<Context, 'say' | 'foreign'>,
  cast: Cast,
  play: (stage: Stage, plane: ControlPlane) => Promise<T>,
): Promise<T> {
  const { engine, cluster } = cast
  requirePrograms(['git'])
  return withState(`e2e-${process.pid}-${randomUUID().slice(0, 8)}-${engine.key}`, async state => {
    const plane = await openCluster(state, cast, { say, foreign })
    const served = join(state, 'git')
    const git = await serveGit(served)
    const change = (folder: string) => {
      const file = join(folder, 'clusters', cluster, 'cluster.yaml')
      setKey(file, ['engine'], engine.key)
      if (foreign !== undefined) setKey(file, ['storage', 'className'], ownClass)
    }
    try {
      const repository = await makeScratchRepository(served, git.url, change)
      return await play({ engine, api: plane.api, repository, git, cluster }, plane)
    } finally {
      git.close()
      await plane.leave()
    }
  })
}

const root = resolve(import.meta.dirname, '../../..')

async function openCluster(
  state: string,
  { engine, cluster, kubernetes }: Cast,
  { say, foreign }: Pick<Context, 'say' | 'foreign'>,
): Promise<TakenCluster> {
  if (foreign !== undefined)
    return takeCluster(state, { context: foreign, engine, folder: join(root, 'clusters', cluster) }, say)
  const plane = await startCluster(state, { kubernetes, nodes: listNodes(1, 2), engines: [engine] }, say)
  return { ...plane, leave: async () => {} }
}
