import type { ResourceId } from 'kustomize-ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../scene.ts'
import type { Pod, PodSpec, Workload } from './objects.ts'

/** A Deployment or StatefulSet as Git has it. */
export interface Expected {
  readonly id: ResourceId & { readonly namespace: string }
  /** Of FogFlow: broker, worker …; the label `app.kubernetes.io/name`. */
  readonly component: string
  readonly replicas: number
  readonly labels: Readonly<Record<string, string>>
  readonly pod: PodSpec
  readonly resource: Resource
}

const plurals: Readonly<Record<string, string>> = { Deployment: 'deployments', StatefulSet: 'statefulsets' }

/** The workloads that Git has for a cluster. */
export function listWorkloads({ resources, cluster }: Pick<Scene, 'resources' | 'cluster'>): readonly Expected[] {
  return resources
    .filter(({ id }) => id.kind in plurals)
    .map(resource => {
      const { spec, metadata } = resource.value as unknown as Workload
      return {
        id: { ...resource.id, namespace: resource.id.namespace ?? cluster.settings.namespace },
        component: metadata.labels?.['app.kubernetes.io/name'] ?? resource.id.name,
        replicas: spec.replicas ?? 1,
        labels: spec.selector?.matchLabels ?? {},
        pod: spec.template?.spec ?? {},
        resource,
      }
    })
}

/** The workloads of a component; most have one. */
export const workloadsOf = (scene: Pick<Scene, 'resources' | 'cluster'>, component: string): readonly Expected[] =>
  listWorkloads(scene).filter(workload => workload.component === component)

/** Where the API has an object of these kinds. */
export const pathTo = ({ kind, namespace, name }: Expected['id']): string =>
  `/apis/apps/v1/namespaces/${namespace}/${plurals[kind]}/${name}`

/** The pods that a workload of Git selects; those that are going away, or have ended (evicted ones stay listed), left out. */
export async function listPods(scene: Scene, { id, labels }: Expected): Promise<readonly Pod[]> {
  const { items } = (await scene.read(`/api/v1/namespaces/${id.namespace}/pods`)) as { items: readonly Pod[] }
  const wanted = Object.entries(labels)
  return items.filter(
    ({ metadata, status }) =>
      metadata.deletionTimestamp === undefined &&
      status?.phase !== 'Failed' &&
      status?.phase !== 'Succeeded' &&
      wanted.every(([key, value]) => metadata.labels?.[key] === value),
  )
}

/** As a diagnostic names a pod. */
export const idOf = ({ metadata: { namespace, name } }: Pod): ResourceId => ({
  apiVersion: 'v1',
  kind: 'Pod',
  ...(namespace !== undefined && { namespace }),
  name,
})

export const isReady = ({ status }: Pod): boolean =>
  status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false
