import type { Cluster } from '../model/cluster.ts'
import { indexClusters } from '../model/find-cluster.ts'
import type { Fleet } from '../model/fleet.ts'
import type { GeneratedFile } from '../model/generated-file.ts'
import { generateFogflow } from './kustomization/fogflow.ts'
import { generatePlatform } from './kustomization/platform.ts'
import type { Site } from './site.ts'
import { generateSync } from './sync/sync.ts'

/** What is known of the file platform/secret.yaml of a cluster; undefined where there is none. */
export type FindSecret = (cluster: Cluster) => Site['secret']

/** Every generated file of a fleet whose settings are right. Pure: the same settings give the same text. */
export function generate(fleet: Fleet, findSecret: FindSecret): readonly GeneratedFile[] {
  return createGenerate()(fleet, findSecret)
}

/** For a fleet of which some clusters change, again and again: a site that is the same is not generated anew. */
export function createGenerate(): typeof generate {
  const known = new Map<string, { readonly site: Site; readonly files: readonly GeneratedFile[] }>()
  return (fleet, findSecret) => {
    const platformFeatures = new Set(fleet.platformFeatures)
    return listSites(fleet, findSecret).flatMap(site => {
      const { name } = site.cluster
      const one = known.get(name)
      if (one !== undefined && isSame(one.site, site)) return one.files
      const files = [...generateFogflow(site), ...generatePlatform(site, platformFeatures), ...generateSync(site)]
      known.set(name, { site, files })
      return files
    })
  }
}

/** Whether all that decides about a site's files is the same. Settings that have not changed are the same objects. */
function isSame({ managed, secret, ...one }: Site, other: Site): boolean {
  const isManaged = managed.length === other.managed.length && managed.every((two, at) => two === other.managed[at])
  const isSealed =
    secret?.checksum === other.secret?.checksum && (secret === undefined) === (other.secret === undefined)
  const { cluster, isReached, management, cloud } = one
  const isPlaced = cluster === other.cluster && management === other.management && cloud === other.cloud
  return isPlaced && isReached === other.isReached && isManaged && isSealed
}

function listSites({ clusters }: Fleet, findSecret: FindSecret): readonly Site[] {
  const find = indexClusters(clusters)
  const isEdge = ({ settings }: Cluster) => settings.role === 'edge'
  const cloudOf = (cluster: Cluster) => (isEdge(cluster) ? find(cluster.settings.cloud ?? '') : undefined)
  const managementOf = (cluster: Cluster) => find(cluster.settings.argocd.management ?? cluster.name) ?? cluster
  const named = new Set(clusters.map(cloudOf))
  const managed = new Map<Cluster, Cluster[]>()
  for (const cluster of clusters.filter(({ settings }) => settings.engine === 'argocd')) {
    const management = managementOf(cluster)
    const group = managed.get(management)
    if (group) group.push(cluster)
    else managed.set(management, [cluster])
  }
  return clusters.map(cluster => {
    const cloud = cloudOf(cluster)
    const secret = findSecret(cluster)
    return {
      cluster,
      isReached: isEdge(cluster) || named.has(cluster),
      management: managementOf(cluster),
      managed: managed.get(cluster) ?? [],
      ...(cloud && { cloud }),
      ...(secret && { secret }),
    }
  })
}
