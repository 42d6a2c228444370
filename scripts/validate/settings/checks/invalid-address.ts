import { isIPv6 } from 'node:net'
import type { Path } from 'kustomize-ts'
import type { Cluster } from '../../../model/cluster.ts'
import { describeBadHost } from '../host.ts'
import type { SettingsCheck } from '../settings-check.ts'

export const invalidAddress = {
  code: 'invalid-address',
  severity: 'error',
  *check(cluster) {
    for (const { path, address } of listAddresses(cluster)) {
      const bad = describeBadHost(address)
      const fix = 'write an IPv4 address, an IPv6 address or a host name that other sites can reach'
      if (bad !== undefined) yield { path, message: `${path.join('.')} is "${address}", ${bad}`, fix }
      else if (isIPv6(address) && cluster.settings.broker.replicas > 1 && path[0] === 'broker') {
        const message = `${path.join('.')} is "${address}", and the address of one of several shards cannot be IPv6`
        yield { path, message, fix: 'give the shard a host name' }
      }
    }
  },
} satisfies SettingsCheck

function listAddresses({ settings: { address, broker } }: Cluster): readonly { path: Path; address: string }[] {
  const own = address === undefined ? [] : [{ path: ['address'], address }]
  const shards = broker.addresses.filter(shard => shard !== address)
  return [
    ...own,
    ...shards.map(shard => ({ path: ['broker', 'addresses', broker.addresses.indexOf(shard)], address: shard })),
  ]
}
