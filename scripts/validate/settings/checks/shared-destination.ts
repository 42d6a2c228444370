import { positionOf } from 'kustomize-ts'
import type { Cluster } from '../../../model/cluster.ts'
import { placeOf } from '../place-of.ts'
import type { FleetView, SettingsCheck } from '../settings-check.ts'

/**
 * One Argo CD that applies two clusters to one API server has them take each other's objects, names without a namespace
 * first: each sync undoes the other one, and pruning deletes what the other one needs.
 */
export const sharedDestination = {
  code: 'shared-destination',
  severity: 'error',
  *check(cluster, fleet) {
    const key = keyOf(cluster, fleet)
    const twin =
      key === undefined
        ? undefined
        : fleet
            .groupBy('destination', other => [keyOf(other, fleet) ?? ''])
            .get(key)
            ?.find(other => other !== cluster)
    if (!twin) return
    const path = ['argocd', 'destination']
    const place = placeOf(fleet, positionOf(twin.root, path))
    yield {
      path,
      message: `${describe(cluster)} is where the Argo CD of this cluster applies "${twin.name}" as well (${place})`,
      fix: 'write the name or address with which Argo CD knows this cluster alone',
    }
  },
} satisfies SettingsCheck

/** Which API server it is, by its Argo CD and what that calls it; undefined for a cluster that pulls for itself. */
function keyOf(cluster: Cluster, fleet: FleetView): string | undefined {
  const { engine, argocd } = cluster.settings
  if (engine !== 'argocd') return undefined
  const management = fleet.find(argocd.management ?? cluster.name)
  if (!management) return undefined
  const isItself = argocd.destination === undefined ? management === cluster : isInCluster(argocd.destination)
  if (isItself) return `${management.name}\n`
  return argocd.destination === undefined ? undefined : `${management.name}\n${argocd.destination.replace(/\/+$/, '')}`
}

/** What an Argo CD calls the cluster that it runs on. */
function isInCluster(destination: string): boolean {
  return /^(in-cluster|https:\/\/kubernetes\.default\.svc\/*)$/.test(destination)
}

function describe({ settings: { argocd } }: Cluster): string {
  return argocd.destination === undefined ? 'the cluster that it runs on' : `"${argocd.destination}"`
}
