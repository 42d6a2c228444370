import type { ClusterView } from './cluster-view.ts'

/** The clusters of a run as those see each other that call them. */
export interface FleetView {
  /** The cluster that is reached at an address; undefined where the run has none. */
  at(address: string): ClusterView | undefined
}
