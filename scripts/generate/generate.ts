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
  const platformFeatures = new Set(fleet.platformFeatures)
  return listSites(fleet, findSecret).flatMap(site => [
    ...generateFogflow(site),
    ...generatePlatform(site, platformFeatures),
    ...generateSync(site),
  ])
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
