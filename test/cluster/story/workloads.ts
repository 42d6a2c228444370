import type { Api } from '../api/api.ts'
import type { Manifest } from '../api/manifest.ts'
import { list, read } from '../api/objects.ts'

export interface Workload extends Manifest {
  readonly spec: { readonly replicas: number; readonly template: { readonly spec: PodSpec } }
  readonly status?: { readonly readyReplicas?: number }
}

export interface Pod extends Manifest {
  readonly spec: PodSpec
  readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] }
}

export interface PodSpec {
  readonly containers: readonly { readonly name: string; readonly image: string; readonly [field: string]: unknown }[]
  readonly volumes?: readonly { readonly configMap?: { readonly name: string } }[]
  readonly [field: string]: unknown
}

const namespace = 'fogflow'

/** A Deployment or StatefulSet of FogFlow. */
export async function readWorkload(api: Api, kind: 'Deployment' | 'StatefulSet', name: string): Promise<Workload> {
  const workload = await read<Workload>(api, { apiVersion: 'apps/v1', kind, namespace, name })
  if (!workload) throw new Error(`there is no ${kind} ${name}`)
  return workload
}

/** The pods of a component that are not being deleted. */
export async function listPods(api: Api, component: string): Promise<readonly Pod[]> {
  const pods = await list<Pod>(api, { apiVersion: 'v1', kind: 'Pod', namespace })
  return pods.filter(
    ({ metadata }) => metadata.labels?.['app.kubernetes.io/name'] === component && !metadata.deletionTimestamp,
  )
}

export const isReady = ({ status }: Pod): boolean =>
  status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false

/** The image tags of a component's ready pods. */
export async function listReadyTags(api: Api, component: string): Promise<readonly string[]> {
  const pods = (await listPods(api, component)).filter(isReady)
  return pods.flatMap(({ spec }) => spec.containers.map(({ image }) => image.split(':').at(-1) ?? ''))
}
