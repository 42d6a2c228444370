import { workloadsOf } from '../kube/list-workloads.ts'
import type { Scene } from '../scene.ts'
import { type Endpoint, findEndpoint } from './ask.ts'

/** Why a component cannot be asked: it is not part of this cluster. */
export const notHere = ({ cluster }: Scene, component: string): string =>
  cluster.settings.role === 'edge'
    ? `an edge has no ${component}: its cloud ${cluster.settings.cloud} has`
    : `this cluster has no ${component}`

/** Why a component cannot be asked: nothing of it runs, which pods-ready reports. */
export const notReady = ({ workload }: Endpoint): string => `no pod of ${workload.component} is ready: see pods-ready`

/** Whether FogFlow is of a release since 3.2.8: what older ones answer, and how they call their queues, is not known. */
export const isKnown = (scene: Scene): boolean => findEndpoint(workloadsOf(scene, 'master'), 'rest') !== undefined

/** Whether the release answers a path: its own probes ask it. */
export const hasProbe = ({ workload }: Endpoint, path: string): boolean =>
  JSON.stringify(workload.pod.containers).includes(`"path":"${path}"`)
