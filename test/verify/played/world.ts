import type { ClusterSettings } from '../../../scripts/model/cluster.ts'

/** A fog function as the designer is given it, as far as the player reads it. */
export interface FogFunction {
  readonly name: string
  readonly topology: {
    readonly tasks: readonly {
      readonly operator: string
      readonly input_streams: readonly { readonly selected_type: string }[]
      readonly output_streams: readonly { readonly entity_type: string }[]
    }[]
  }
}

export interface Operator {
  readonly name: string
  readonly dockerimages: readonly { readonly name: string; readonly tag: string }[]
}

/** What a worker starts: FogFlow's Kubernetes engine makes a Deployment of it. */
export interface Task {
  readonly id: string
  readonly image: string
  readonly outputType: string
}

export interface Worker {
  readonly start: (task: Task) => Promise<void>
  readonly stop: (task: Task) => Promise<void>
}

export type Component = 'broker' | 'designer' | 'discovery' | 'master' | 'nginx' | 'rabbitmq'

/** All that the played components know and that a fault changes. Names are those that FogFlow gives itself. */
export interface World {
  readonly site: string
  readonly brokers: Set<string>
  readonly workers: Set<string>
  /** Queue → consumers. */
  readonly queues: Map<string, number>
  readonly login: { username: string; password: string }
  /** Entities of each shard, by its pod. */
  readonly shards: Map<string, Map<string, unknown>>
  readonly operators: Map<string, Operator>
  readonly fogFunctions: Map<string, FogFunction>
  readonly tasks: Map<string, Task>
  /** Components that take connections and close them. */
  readonly down: Set<Component>
  /** Answers that are given instead of the right ones: `broker POST /ngsi10/updateContext` → status. */
  readonly broken: Map<string, number>
  /** Whether a broker says that it removes an entity, and does not. */
  isKeeping: boolean
  /** Called when an entity was written. */
  onUpdate: () => void
  readonly worker: Worker
}

/** A FogFlow that is as it should be. */
export function makeWorld(settings: ClusterSettings, login: World['login'], worker: Worker): World {
  const site = settings.site.id
  const list = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}-${index}`)
  const pods = list('broker', settings.broker.replicas)
  const workers = list('worker', settings.worker.replicas).map(pod => `Worker.${site}.${pod}`)
  return {
    site,
    login,
    worker,
    brokers: new Set(pods.map(pod => `Broker.${site}.${pod}`)),
    workers: new Set(workers),
    queues: new Map([`Master.${site}`, ...workers, 'fogflow-designer'].map(name => [name, 1])),
    shards: new Map(pods.map(pod => [pod, new Map()])),
    operators: new Map(),
    fogFunctions: new Map(),
    tasks: new Map(),
    down: new Set(),
    broken: new Map(),
    isKeeping: false,
    onUpdate: () => {},
  }
}
