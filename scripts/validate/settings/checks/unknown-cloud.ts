import { nearest } from '../../../text/nearest.ts'
import type { SettingsCheck } from '../settings-check.ts'

export const unknownCloud = {
  code: 'unknown-cloud',
  severity: 'error',
  *check({ settings: { role, cloud } }, fleet) {
    if (role === 'cloud') return
    const path = ['cloud']
    const clouds = fleet.clusters.filter(({ settings }) => settings.role === 'cloud').map(({ name }) => name)
    const fix = clouds.length > 0 ? `the clouds are ${clouds.join(', ')}` : 'add the cluster of the cloud first'
    if (cloud === undefined) {
      yield { path: [], message: 'the edge names no cloud', fix: `write cloud: and its name; ${fix}` }
      return
    }
    const found = fleet.find(cloud)
    if (found === undefined) {
      const near = nearest(cloud, clouds)
      const message = `there is no cluster "${cloud}"${isAmbiguous(cloud, clouds) ? ': several end so, write the whole path' : ''}`
      yield { path, message, fix: near === undefined ? fix : `did you mean "${near}"?` }
    } else if (found.settings.role !== 'cloud') {
      yield { path, message: `"${cloud}" is an edge itself: it has no discovery and no RabbitMQ`, fix }
    }
  },
} satisfies SettingsCheck

function isAmbiguous(name: string, names: readonly string[]): boolean {
  return names.filter(known => known.endsWith(`/${name}`)).length > 1
}
