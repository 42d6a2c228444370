import { type ControlPlane, startControlPlane } from './control-plane/start-control-plane.ts'
import type { Engine } from './engines/engine.ts'
import type { Forwards } from './nodes/forwards.ts'
import type { NodeSpec } from './nodes/nodes.ts'
import { startNodes } from './nodes/start-nodes.ts'
import { buildTools } from './tools/build-tools.ts'
import { requirePrograms } from './tools/require-programs.ts'

export interface ClusterPlan {
  /** Version of Kubernetes, such as 1.34. */
  readonly kubernetes: string
  readonly nodes: readonly NodeSpec[]
  readonly engines: readonly Engine[]
  readonly forwards?: Forwards
}

export type Say = (line: string) => void

/** Builds what is missing and starts a cluster: a control plane, nodes that only the API knows, and engines. */
export async function startCluster(state: string, plan: ClusterPlan, say: Say): Promise<ControlPlane> {
  requirePrograms(['ps', 'openssl', ...plan.engines.flatMap(({ programs }) => programs)])
  const start = performance.now()
  const tools = await buildTools(listFamilies(plan.kubernetes, plan.engines), say)
  const folder = (family: string) => tools[family] ?? ''
  const plane = await startControlPlane(state, { kube: folder(`kube-${plan.kubernetes}`), etcd: folder('etcd') })
  await startNodes(plane, folder('kwok'), plan.nodes, plan.forwards)
  for (const engine of plan.engines) await engine.start(plane, tools)
  const what = [`Kubernetes ${plan.kubernetes}`, ...plan.engines.map(({ name }) => name)].join(' with ')
  say(`${what} is up after ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return plane
}

/** The families of programs that a cluster consists of. */
const listFamilies = (kubernetes: string, engines: readonly Engine[]): readonly string[] => [
  `kube-${kubernetes}`,
  'etcd',
  'kwok',
  ...engines.flatMap(({ families }) => families),
]
