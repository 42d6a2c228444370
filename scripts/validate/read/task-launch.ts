import type { ClusterView } from '../../model/cluster-view.ts'
import type { Container } from './container.ts'
import { expand, podInstances } from './environment.ts'
import { text } from './field.ts'
import { type FogflowConfig, fogflowConfigs } from './fogflow-config.ts'
import { memoize } from './memoize.ts'

/** A pod of a worker that launches its tasks as pods, with the namespace for them. */
export interface TaskLaunch {
  readonly config: FogflowConfig
  readonly podName: string | undefined
  readonly namespace: string
}

/** Every worker of a cluster with container_management kubernetes, where Git tells its app_namespace. */
export const taskLaunches: (cluster: ClusterView) => readonly TaskLaunch[] = memoize(cluster =>
  fogflowConfigs(cluster)
    .filter(
      ({ component, json }) => component === 'worker' && launchesPods(text(json, 'worker', 'container_management')),
    )
    .flatMap(config =>
      podInstances(config.reader.pod).flatMap(podName => {
        const template = text(config.json, 'worker', 'app_namespace') ?? ''
        const namespace = expand(template, config.filler ?? config.reader, podName, cluster)
        return namespace === undefined || namespace === '' ? [] : [{ config, podName, namespace }]
      }),
    ),
)

/** Whether a container is a worker that launches pods; undefined where Git does not have its config. */
export function isPodLauncher(container: Container, cluster: ClusterView): boolean | undefined {
  const config = fogflowConfigs(cluster).find(({ reader }) => reader === container)
  return config && config.component === 'worker' && launchesPods(text(config.json, 'worker', 'container_management'))
}

/** Whether a worker launches its tasks into a namespace. */
export function isTaskNamespace(namespace: string | undefined, cluster: ClusterView): boolean {
  return taskLaunches(cluster).some(launch => launch.namespace === namespace)
}

/** FogFlow compares the engine's name without regard to case (worker/executor/executor.go:54-62). */
function launchesPods(engine: string | undefined): boolean {
  return engine?.toLowerCase() === 'kubernetes'
}
