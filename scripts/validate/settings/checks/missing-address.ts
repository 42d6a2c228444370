import type { SettingsCheck } from '../settings-check.ts'

/** Cloud and edge call each other: discovery and brokers notify the edge's broker, the edge calls all of the cloud. */
export const missingAddress = {
  code: 'missing-address',
  severity: 'error',
  *check(cluster, fleet) {
    const { role, address } = cluster.settings
    if (address !== undefined) return
    const [edge] = fleet.edgesOf(cluster)
    const fix = 'write address: with the address or host name at which other sites reach this cluster'
    if (role === 'edge')
      yield { path: [], message: 'the edge has no address, and its cloud must reach its broker', fix }
    else if (edge)
      yield { path: [], message: `the cloud has no address, and the edge "${edge.name}" must reach it`, fix }
  },
} satisfies SettingsCheck
