import type { Node } from 'kustomize-ts'
import type { Release } from '../../model/cluster.ts'

/** What an import has to know of the repository that the site comes into. */
export interface Context {
  /** The name that the cluster gets: its path below clusters/. */
  readonly name: string
  /** What the defaults.yaml files above it say, if there are any. */
  readonly inherited?: Node | undefined
  /** For an edge: the cloud that it belongs to. */
  readonly cloud?: string | undefined
  /** For an edge: the release of that cloud. */
  readonly cloudRelease?: Release | undefined
  /** Whether edges name this cluster. */
  readonly hasEdges: boolean
  /** Where edges of the same import reach their cloud (coreservice_ip). */
  readonly addressesByEdges: readonly string[]
  readonly takenIds: ReadonlySet<string>
  readonly takenAddresses: ReadonlySet<string>
}
