import { nodeAt } from 'kustomize-ts'
import { entriesAt, has, itemsAt, placeOf, textAt } from './node.ts'
import type { Component, Config, Site, Workload } from './site.ts'

/** The components of FogFlow that read a config.json. */
const readers: readonly (Component | undefined)[] = ['discovery', 'broker', 'master', 'worker', 'designer']

/** What stands once in a FogFlow: a second copy splits its state (all in memory, or in one file). */
export const singletons: readonly (Component | undefined)[] = ['discovery', 'master', 'designer', 'rabbitmq', 'dgraph']

export const isFogFlow = ({ component }: Workload): boolean => readers.includes(component)

export const inKubernetes = ({ workloads }: Site) =>
  workloads.flatMap(workload => (workload.kubernetes ? [{ ...workload, kubernetes: workload.kubernetes }] : []))

export const inCompose = ({ workloads }: Site) => workloads.filter(workload => workload.kubernetes === undefined)

export function roleOf({ workloads, configs }: Pick<Site, 'workloads' | 'configs'>): 'cloud' | 'edge' {
  const core: readonly (Component | undefined)[] = ['discovery', 'master', 'designer']
  if (workloads.some(isFogFlow)) return workloads.some(({ component }) => core.includes(component)) ? 'cloud' : 'edge'
  const isCloud = configs.some(({ root }) => has(root, 'master') || has(root, 'designer'))
  return isCloud || configs.length === 0 ? 'cloud' : 'edge'
}

/** The containers that read a config: those whose pod mounts its ConfigMap; all of FogFlow's where none does. */
export function readersOf({ resource }: Config, { workloads }: Pick<Site, 'workloads'>): readonly Workload[] {
  const all = workloads.filter(isFogFlow)
  const mounting = all.filter(({ kubernetes }) =>
    itemsAt(kubernetes?.pod, 'volumes').some(
      volume =>
        resource !== undefined &&
        [textAt(volume, 'configMap', 'name'), textAt(volume, 'secret', 'secretName')].includes(resource.id.name),
    ),
  )
  return mounting.length > 0 ? mounting : all
}

/** The components whose settings a config has: those of its readers, or what a bare file of its role is for. */
export function componentsOf(config: Config, site: Site): readonly (Component | undefined)[] {
  const found = readersOf(config, site).map(({ component }) => component)
  if (found.length > 0) return found
  return roleOf(site) === 'cloud' ? readers : ['broker', 'worker']
}

/** The services that have an address outside of the cluster. */
export function publishedServices({ resources }: Site) {
  return resources.filter(
    ({ id, root }) =>
      id.kind === 'Service' &&
      (['LoadBalancer', 'NodePort'].includes(textAt(root, 'spec', 'type') ?? '') ||
        itemsAt(root, 'spec', 'externalIPs').length > 0),
  )
}

/** The workloads whose pods a Service selects. */
export function selectedBy(service: Site['resources'][number], site: Site) {
  const selector = entriesAt(service.root, 'spec', 'selector')
  return inKubernetes(site).filter(({ kubernetes: { resource } }) => {
    const labels = nodeAt(resource.root, ['spec', 'template', 'metadata', 'labels'])
    return selector.length > 0 && selector.every(([key, value]) => textAt(labels, key) === textAt(value))
  })
}

/** Where a Kubernetes object starts. */
export const startOf = ({ root }: Site['resources'][number]) => placeOf(root)
