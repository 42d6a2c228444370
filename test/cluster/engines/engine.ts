import type { Api } from '../api/api.ts'
import type { Manifest, Reference } from '../api/manifest.ts'
import type { ControlPlane } from '../control-plane/start-control-plane.ts'
import type { Tools } from '../tools/build-tools.ts'
import type { Program } from '../tools/require-programs.ts'

/** How far a commit has come. */
export type Progress =
  | { readonly state: 'arrived' }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'under way'; readonly detail: string }

/** A GitOps engine as the scenarios see it. */
export interface Engine {
  readonly name: 'Flux' | 'Argo CD'
  /** What cluster.yaml calls it. */
  readonly key: 'flux' | 'argocd'
  /** Where its objects are. */
  readonly namespace: string
  /** The API group of what it keeps in sync. */
  readonly group: string
  /** Families of programs that it is. */
  readonly families: readonly string[]
  /** What must be on the machine besides. */
  readonly programs: readonly Program[]
  /** Starts its controllers on a control plane; done when they answer. */
  readonly start: (plane: ControlPlane, tools: Tools) => Promise<void>
  /** The file of a cluster's sync/ that a person applies once. */
  readonly syncFile: string
  /** Makes it look at the repository now. */
  readonly poke: (api: Api) => Promise<void>
  /** How far it is with a commit: arrived when all of it is applied and healthy. */
  readonly look: (api: Api, commit: string) => Promise<Progress>
  /** Makes it compare the cluster with what it has of the repository now. */
  readonly compare: (api: Api) => Promise<void>
  /** What it says against the repository's server, if anything. */
  readonly complaintOfSource: (api: Api) => Promise<string | undefined>
  /** Whether it applies what the API server takes of a commit when something else of it is refused. */
  readonly appliesRest: boolean
  /** What it has made, in the groups that have to be made one after the other. */
  readonly listGroups: (api: Api) => Promise<readonly (readonly Reference[])[]>
  /** Everything that it has made of the repository and keeps. */
  readonly listInventory: (api: Api) => Promise<readonly Reference[]>
}

export interface Conditioned extends Manifest {
  readonly status?: { readonly conditions?: readonly Condition[]; readonly [field: string]: unknown }
}

export interface Condition {
  readonly type: string
  readonly status: string
  readonly reason?: string
  readonly message?: string
  readonly observedGeneration?: number
}

/** A commit has arrived when it has everywhere, and failed when it has anywhere. */
export function combine(all: readonly Progress[]): Progress {
  const worst = all.find(({ state }) => state === 'failed') ?? all.find(({ state }) => state === 'under way')
  return worst ?? (all.length > 0 ? { state: 'arrived' } : { state: 'under way', detail: 'it has not begun' })
}
