import { positionOf } from 'kustomize-ts'
import type { Cluster } from '../../../model/cluster.ts'
import { placeOf } from '../place-of.ts'
import type { SettingsCheck } from '../settings-check.ts'

/** FogFlow's ports are fixed: one address cannot lead to the brokers of two clusters. */
export const duplicateAddress = {
  code: 'duplicate-address',
  severity: 'error',
  *check(cluster, fleet) {
    const groups = fleet.groupBy('address', addressesOf)
    for (const address of addressesOf(cluster)) {
      const twin = groups.get(address)?.find(other => other !== cluster)
      if (!twin) continue
      const message = `"${address}" is also an address of the cluster "${twin.name}" (${placeOf(fleet, positionOf(twin.root, pathOf(twin, address)))})`
      yield {
        path: pathOf(cluster, address),
        message,
        fix: 'write the address of this cluster: FogFlow cannot share one',
      }
    }
  },
} satisfies SettingsCheck

function addressesOf({ settings: { address, broker } }: Cluster): readonly string[] {
  return [...new Set([...(address === undefined ? [] : [address]), ...broker.addresses])]
}

function pathOf({ settings }: Cluster, address: string) {
  return settings.address === address
    ? ['address']
    : ['broker', 'addresses', settings.broker.addresses.indexOf(address)]
}
