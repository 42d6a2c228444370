import type { Api } from '../cluster-api/api.ts'
import type { CheckoutState } from '../git/compare-checkout.ts'
import type { Tip } from '../git/find-tip.ts'
import type { Cluster } from '../model/cluster.ts'
import type { Fleet } from '../model/fleet.ts'
import type { Resource } from '../model/resource.ts'

/** What Git says of the branch that the engine follows. */
export interface GitView {
  readonly tip: Tip | undefined
  /** How what is compared with the cluster stands to that; undefined without a tip. */
  readonly checkout: CheckoutState | undefined
}

/** What checks look at: a cluster as Git has it, and as it runs. */
export interface Scene {
  readonly cluster: Cluster
  readonly fleet: Fleet
  /** All that is applied to the cluster, rendered. */
  readonly resources: readonly Resource[]
  /** The objects of the engine that keep it in sync. */
  readonly sync: readonly Resource[]
  readonly git: GitView
  readonly api: Api
  /** The objects at a path of the API, read once in a look; an object alone, or the items of a list. */
  read(path: string): Promise<unknown>
  /** Aborted when the user interrupts: what was written is still removed. */
  readonly interruption: AbortSignal
}
