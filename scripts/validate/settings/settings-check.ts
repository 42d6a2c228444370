import type { Path, Severity } from 'kustomize-ts'
import type { Cluster } from '../../model/cluster.ts'
import type { Fleet } from '../../model/fleet.ts'

/** What is wrong with one cluster's settings, at a key of them. */
export interface SettingsFinding {
  readonly path: Path
  /** Which end of the key to point at. Default: the value. */
  readonly at?: 'key' | 'value'
  /** What is wrong, with the value quoted. */
  readonly message: string
  readonly fix: string
}

/** One law about cluster.yaml that a schema cannot say. The file is named after its code. */
export interface SettingsCheck {
  readonly code: string
  readonly severity: Severity
  /** May look at the whole fleet, may only report on `cluster`. */
  check(cluster: Cluster, fleet: FleetView): Iterable<SettingsFinding>
}

/** The fleet with what several checks look up, worked out once. */
export interface FleetView extends Fleet {
  /** The cluster that a name means: a whole path, or the last part of one where that is unique. */
  find(name: string): Cluster | undefined
  /** The edges that name a cloud. */
  edgesOf(cloud: Cluster): readonly Cluster[]
  /** Clusters by a value that each may have only once, such as the site id. */
  groupBy(name: string, key: (cluster: Cluster) => readonly string[]): ReadonlyMap<string, readonly Cluster[]>
}
