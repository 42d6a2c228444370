import type { SettingsCheck } from '../settings-check.ts'

/** Each shard registers under an address of its own, and other sites call back by it. */
export const brokerAddresses = {
  code: 'broker-addresses',
  severity: 'error',
  *check(cluster, fleet) {
    const { replicas, addresses } = cluster.settings.broker
    const [edge] = fleet.edgesOf(cluster)
    const isReached = edge !== undefined || cluster.settings.role === 'edge'
    const fix = `write one address a shard, ${replicas} in all, that of shard 0 first`
    if (addresses.length > replicas) {
      const path = ['broker', 'addresses', replicas]
      yield { path, message: `broker.addresses has ${addresses.length} entries for ${replicas} shards`, fix }
    } else if (isReached && addresses.length < replicas && addresses.length > 0) {
      const who = edge ? `the edge "${edge.name}"` : 'its cloud'
      const message = `${replicas} broker shards have ${addresses.length} address${addresses.length === 1 ? '' : 'es'}, and ${who} must reach each`
      yield { path: ['broker', 'addresses'], at: 'key', message, fix: `broker.addresses: ${fix}` }
    }
  },
} satisfies SettingsCheck
