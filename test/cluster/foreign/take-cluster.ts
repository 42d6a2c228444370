import { join } from 'node:path'
import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import { type Api, openApi } from '../api/api.ts'
import { apply } from '../api/apply.ts'
import type { ControlPlane } from '../control-plane/start-control-plane.ts'
import type { Engine } from '../engines/engine.ts'
import { listNodes } from '../nodes/nodes.ts'
import { makeNodes, startKwok } from '../nodes/start-nodes.ts'
import { stopAll } from '../process/stop-all.ts'
import type { Say } from '../start-cluster.ts'
import { listRendered } from '../story/list-rendered.ts'
import { buildTools } from '../tools/build-tools.ts'
import { requirePrograms } from '../tools/require-programs.ts'
import { cleanUp, isLeft } from './clean-up.ts'
import { cordon } from './cordon.ts'
import { mark, markSelector } from './mark.ts'
import { refuseOthers } from './refuse-others.ts'
import { requireRights } from './require-rights.ts'
import { writeForeignKubeconfig } from './write-kubeconfig.ts'

/** A cluster that exists without the tests. */
export interface ForeignPlan {
  readonly context: string
  readonly engine: Engine
  /** The cluster of the repository that is going to be deployed there. */
  readonly folder: string
}

/** A cluster that is the tests' for a while. */
export interface TakenCluster extends ControlPlane {
  /** Removes everything again. */
  readonly leave: () => Promise<void>
}

/**
 * Prepares a cluster that exists already, and starts an engine for it: on this machine, as for a control plane of our own.
 * Nodes that only the API knows take the pods, so that the same is seen on each cluster, whatever images it can pull.
 */
export async function takeCluster(state: string, plan: ForeignPlan, say: Say): Promise<TakenCluster> {
  const { context, engine } = plan
  requirePrograms(['ps', ...engine.programs])
  const tools = await buildTools(['kwok', ...engine.families], say)
  const kubeconfig = writeForeignKubeconfig(state, context)
  const plane = { api: openApi(kubeconfig, { marks: mark }), kubeconfig, state }
  const namespaces = namespacesOf(plan)
  await requireRights(plane.api, context)
  await refuseOthers(plane.api, { context, namespaces: [...namespaces, engine.namespace] })
  const kwok = await startKwok(plane, tools.kwok ?? '', { selector: markSelector })
  const leave = prepareLeaving(plane, say)
  try {
    if (await isLeft(plane.api)) await clean(plane.api, say)
    for (const name of namespaces) await apply(plane.api, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } })
    await cordon(plane.api)
    await makeNodes(plane.api, listNodes(1, 2, 'e2e-'), kwok)
    await engine.start(plane, tools)
    say(`${engine.name} is up for the cluster of context ${context}`)
    return { ...plane, leave }
  } catch (error) {
    await leave()
    throw error
  }
}

const namespacesOf = ({ folder }: ForeignPlan): readonly string[] =>
  listRendered(join(folder, 'platform')).flatMap(({ kind, name }) => (kind === 'Namespace' ? [name] : []))

async function clean(api: Api, say: Say): Promise<void> {
  say('removing what an earlier run has left on the cluster')
  await cleanUp(api)
}

/** Removes everything at the end, or when the run is interrupted; where it is killed, the next run does. */
function prepareLeaving({ api, state }: ControlPlane, say: Say): () => Promise<void> {
  const leave = async () => {
    for (const signal of signals) process.off(signal, interrupt)
    await stopAll(state, ({ name }) => name !== 'kwok')
    say('removing from the cluster what was made there')
    await cleanUp(api).catch(async ({ message }: Error) => {
      say(`that has not ended (${message}), once more`)
      await cleanUp(api).catch(explainLeft)
    })
  }
  const interrupt = () => void leave().finally(() => process.exit(130))
  for (const signal of signals) process.once(signal, interrupt)
  return leave
}

function explainLeft({ message }: Error): never {
  throw new CannotFinish(
    `not all that was made could be removed: ${message}; the next run removes it before it begins, so run it again`,
  )
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
