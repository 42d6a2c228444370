import { join } from 'node:path'
import type { Api } from '../cluster/api/api.ts'
import { flux } from '../cluster/engines/flux.ts'
import { makeScratchRepository } from '../cluster/git/scratch-repository.ts'
import { type GitServer, serveGit } from '../cluster/git/serve-git.ts'
import { listNodes } from '../cluster/nodes/nodes.ts'
import { startCluster } from '../cluster/start-cluster.ts'
import { bootstrap } from '../cluster/story/bootstrap.ts'
import type { Stage } from '../cluster/story/stage.ts'
import { playFogflow } from './played/play-fogflow.ts'
import { playWorker } from './played/play-worker.ts'
import { makeWorld, type World } from './played/world.ts'

/** A cluster that verify finds nothing wrong with: Flux has deployed lab/laptop, and FogFlow's endpoints are played. */
export interface VerifyStage extends Stage {
  readonly world: World
  readonly kubeconfig: string
  /** Folder of the cluster's processes. */
  readonly state: string
}

const cluster = 'lab/laptop'
/** What bootstrap puts into the Secret. */
const login = { username: 'fogflow', password: 'only-for-tests' }

export interface Set {
  readonly stage: VerifyStage
  close(): void
}

export async function setStage(state: string, say: (line: string) => void): Promise<Set> {
  const holder: { api?: Api } = {}
  const world = makeWorld(
    '901',
    login,
    playWorker(() => holder.api, 'fogflow-tasks-0'),
  )
  const played = await playFogflow(world)
  const forwards = { 8090: played.http, 8070: played.http, 8010: played.http, 8080: played.http, 5672: played.amqp }
  const plan = { kubernetes: '1.34', nodes: listNodes(1, 2), engines: [flux], forwards }
  const { api, kubeconfig } = await startCluster(state, plan, say)
  holder.api = api
  const served = join(state, 'git')
  const git: GitServer = await serveGit(served)
  const repository = await makeScratchRepository(served, git.url)
  const stage = { engine: flux, api, repository, git, cluster, world, kubeconfig, state }
  const { seconds } = await bootstrap(stage)
  say(`${cluster} is deployed after ${seconds.toFixed(1)} s`)
  const close = () => {
    git.close()
    played.close()
  }
  return { stage, close }
}
