import { ApiFailure } from '../../cluster-api/api-failure.ts'
import { askPod, type PodAnswer } from '../../cluster-api/ask-pod.ts'
import type { Problem } from '../check.ts'
import { type Expected, idOf, isReady, listPods } from '../kube/list-workloads.ts'
import type { Pod } from '../kube/objects.ts'
import type { Scene } from '../scene.ts'

/** A port of a workload, by its name in Git. */
export interface Endpoint {
  readonly workload: Expected
  readonly port: number
}

export function findEndpoint(workloads: readonly Expected[], port: string): Endpoint | undefined {
  for (const workload of workloads) {
    const ports = (workload.pod.containers ?? []).flatMap(({ ports = [] }) => ports)
    const found = ports.find(({ name }) => name === port)
    if (found) return { workload, port: found.containerPort }
  }
  return undefined
}

/** The ready pods behind an endpoint; of the others, pods-ready says why. */
export const readyPods = async (scene: Scene, { workload }: Endpoint): Promise<readonly Pod[]> =>
  (await listPods(scene, workload)).filter(isReady)

export interface Ask {
  readonly method?: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly body?: unknown
}

/** What a pod answers; a problem where it does not. Fails where port-forwards are not allowed. */
export async function ask(scene: Scene, pod: Pod, port: number, question: Ask): Promise<PodAnswer | Problem> {
  const { namespace = '', name } = pod.metadata
  try {
    return await askPod(scene.api, { namespace, pod: name, port, ...question })
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error
    if (error.status === 401 || error.status === 403)
      throw new ApiFailure(`port-forward to pods in namespace "${namespace}" (get and create of pods/portforward)`, 403)
    return silent(pod, port, question, error.message)
  }
}

export const isProblem = (answer: PodAnswer | Problem): answer is Problem => 'fix' in answer

const silent = (pod: Pod, port: number, { method = 'GET', path }: Ask, why: string): Problem => ({
  message: `${method} ${path} at port ${port} gets no answer: ${why}`,
  fix: logsOf(pod),
  resource: idOf(pod),
})

export const logsOf = ({ metadata: { namespace, name } }: Pod): string =>
  `read its log: kubectl logs -n ${namespace} ${name}`

export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
