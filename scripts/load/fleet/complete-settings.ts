import { versions } from 'kubernetes-json-schema'
import { type MapNode, toValue } from 'kustomize-ts'
import type { ClusterSettings, Topology } from '../../model/cluster.ts'

/** The settings as the schema lets them be, before what is left out is filled in; missingKeys has found none. */
type Written = DeepPartial<ClusterSettings> &
  Pick<ClusterSettings, 'role' | 'engine' | 'site'> & { repository: { url: string } }
type DeepPartial<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]?: DeepPartial<T[K]> } : T

const [oldest = '1.34'] = versions

/** Fills in what the files leave out. The defaults are those that schemas/cluster.schema.json tells. */
export function completeSettings(root: MapNode): ClusterSettings {
  const written = toValue(root) as Written
  const topology = written.topology ?? 'edge'
  const workers = written.worker?.replicas ?? workersOf(topology)
  return {
    argocd: {},
    images: {},
    kubernetes: oldest,
    namespace: 'fogflow',
    release: '3.2.8',
    taskNamespace: 'fogflow-tasks',
    features: [],
    ...(written as Partial<ClusterSettings>),
    role: written.role,
    engine: written.engine,
    site: written.site,
    topology,
    repository: { branch: 'main', ...written.repository },
    broker: { replicas: written.broker?.replicas ?? workers, addresses: addressesOf(written) },
    worker: { replicas: workers, capacity: written.worker?.capacity ?? (topology === 'edge' ? 4 : 8) },
    nodes: { labels: {}, taints: [], ...written.nodes } as ClusterSettings['nodes'],
    storage: { sizes: {}, ...written.storage } as ClusterSettings['storage'],
    secrets: { provider: 'existing', ...written.secrets } as ClusterSettings['secrets'],
    rollout: { labels: {}, ...written.rollout } as ClusterSettings['rollout'],
  }
}

/** The topologies of several nodes have three that do the work, as their overlays say. */
function workersOf(topology: Topology): number {
  return topology === 'multi-worker' || topology === 'multi-master' ? 3 : 1
}

function addressesOf({ broker, address }: Written): readonly string[] {
  return broker?.addresses ?? (address === undefined ? [] : [address])
}
