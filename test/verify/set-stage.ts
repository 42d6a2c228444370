import { join, resolve } from 'node:path'
import { loadFleet } from '../../scripts/load/fleet/load-fleet.ts'
import type { Cluster, ClusterSettings } from '../../scripts/model/cluster.ts'
import type { Api } from '../cluster/api/api.ts'
import type { Engine } from '../cluster/engines/engine.ts'
import { makeScratchRepository, type ScratchRepository, setKey } from '../cluster/git/scratch-repository.ts'
import { type GitServer, serveGit } from '../cluster/git/serve-git.ts'
import type { Forwards } from '../cluster/nodes/forwards.ts'
import { listNodes, type NodeSpec } from '../cluster/nodes/nodes.ts'
import { withState } from '../cluster/process/with-state.ts'
import { startCluster } from '../cluster/start-cluster.ts'
import { bootstrap } from '../cluster/story/bootstrap.ts'
import type { Stage } from '../cluster/story/stage.ts'
import { playFogflow } from './played/play-fogflow.ts'
import { playWorker } from './played/play-worker.ts'
import { makeWorld, type World } from './played/world.ts'

/** A cluster that verify finds nothing wrong with: Flux has deployed it, and FogFlow's endpoints are played. */
export interface VerifyStage extends Stage {
  readonly world: World
  readonly kubeconfig: string
  /** Folder of the cluster's processes. */
  readonly state: string
}

/** What bootstrap puts into the Secret. */
const login = { username: 'fogflow', password: 'only-for-tests' }
const ports = { http: [8090, 8070, 8060, 8010, 8080], amqp: [5672] }

/** What is deployed, and by which engine. */
interface Choice {
  readonly engine: Engine
  readonly cluster: string
}

/** Deploys a cluster of the repository, on nodes as it wants them, and ends all of it after the act. */
export async function setStage(
  { engine, cluster }: Choice,
  say: (line: string) => void,
  act: (stage: VerifyStage) => Promise<void>,
): Promise<void> {
  const { settings } = readCluster(cluster)
  const holder: { api?: Api } = {}
  const world = makeWorld(
    settings,
    login,
    playWorker(() => holder.api, `${settings.taskNamespace}-0`),
  )
  const played = await playFogflow(world)
  const forwards = { ...forwardAll(ports.http, played.http), ...forwardAll(ports.amqp, played.amqp) }
  try {
    await withState(`e2e-${process.pid}-verify-${engine.key}`, async state => {
      const plan = { kubernetes: '1.34', nodes: listNodesOf(settings), engines: [engine], forwards }
      const plane = await startCluster(state, plan, say)
      holder.api = plane.api
      const git = await serveGit(join(state, 'git'))
      const stage = {
        ...plane,
        engine,
        cluster,
        world,
        git,
        repository: await fillRepository(state, git, { engine, cluster }),
      }
      await bootstrap(stage)
      await act(stage).finally(git.close)
    })
  } finally {
    played.close()
  }
}

function fillRepository(state: string, { url }: GitServer, { engine, cluster }: Choice): Promise<ScratchRepository> {
  const setEngine = (folder: string) =>
    setKey(join(folder, 'clusters', cluster, 'cluster.yaml'), ['engine'], engine.key)
  return makeScratchRepository(join(state, 'git'), url, setEngine)
}

const root = resolve(import.meta.dirname, '../..')

function readCluster(name: string): Cluster {
  const found = loadFleet(root).fleet.clusters.find(cluster => cluster.name === name)
  if (!found) throw new Error(`there is no cluster ${name}`)
  return found
}

const forwardAll = (from: readonly number[], to: number): Forwards => Object.fromEntries(from.map(port => [port, to]))

/** One node for the control plane and three others, with what the cluster asks of them. */
function listNodesOf({ nodes }: ClusterSettings): readonly NodeSpec[] {
  const taints = nodes.taints.map(text => {
    const [, key = '', value, effect = ''] = /^([^=:]+)(?:=([^:]*))?:(.+)$/.exec(text) ?? []
    return { key, effect, ...(value !== undefined && { value }) }
  })
  return listNodes(1, 3).map(node => (node.isControlPlane ? node : { ...node, labels: nodes.labels, taints }))
}
