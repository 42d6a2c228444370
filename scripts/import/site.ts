import type { MapNode, Node, Position, Resource, ScalarNode } from 'kustomize-ts'

/** A file that somebody else wrote. */
export interface SourceFile {
  /** Absolute. */
  readonly file: string
  readonly text: string
}

/** FogFlow's processes and what they need. */
export const components = [
  'discovery',
  'broker',
  'master',
  'worker',
  'designer',
  'rabbitmq',
  'nginx',
  'dgraph',
] as const
export type Component = (typeof components)[number]

/** One container that a source runs, be it of a Kubernetes workload or of a compose file. */
export interface Workload {
  readonly name: string
  readonly component: Component | undefined
  /** `fogflow/broker:3.2`: name and tag apart; no tag where the source names none. */
  readonly image: ScalarNode | undefined
  readonly imageName: string
  readonly tag: string | undefined
  /** The container of a pod, or the service of a compose file. */
  readonly container: Node
  /** The place of what has the container: where a missing field of it is reported. */
  readonly containerAt: Position
  /** Absent for a compose file. */
  readonly kubernetes?: KubernetesWorkload
}

interface KubernetesWorkload {
  readonly resource: Resource
  /** The spec of the pod, and the place of its key. */
  readonly pod: Node
  readonly podAt: Position
}

/** A config.json, be it a file or a key of a ConfigMap. */
export interface Config {
  readonly root: MapNode
  /** The ConfigMap or Secret that holds it. */
  readonly resource?: Resource
}

/** A `proxy_pass` of an nginx.conf. */
export interface ProxyRoute {
  /** The location, such as `/ngsi9/`. */
  readonly location: string
  readonly host: string
  readonly port: number
  /** The place of the target. */
  readonly at: Position
}

/** What one folder (or file) says about one site of FogFlow. */
export interface Site {
  /** Absolute. */
  readonly folder: string
  readonly configs: readonly Config[]
  readonly workloads: readonly Workload[]
  /** The Kubernetes objects. */
  readonly resources: readonly Resource[]
  readonly routes: readonly ProxyRoute[]
  /** The values of a Helm chart. */
  readonly values: readonly MapNode[]
  /** What the folder holds beside: scripts and kustomizations that may say which files are applied. */
  readonly scripts: readonly SourceFile[]
}
