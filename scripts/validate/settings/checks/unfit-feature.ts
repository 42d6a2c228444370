import type { ClusterSettings } from '../../../model/cluster.ts'
import type { SettingsCheck } from '../settings-check.ts'

const minorOf = (version: string) => Number(version.split('.')[1])

/** Why a feature does not fit a cluster, and the way out; undefined where it fits. */
const laws: Readonly<Record<string, (settings: ClusterSettings) => readonly [string, string] | undefined>> = {
  'docker-tasks': ({ release }) =>
    release === '3.2.8' ? ['release 3.2.8 runs tasks as pods', 'delete it'] : undefined,
  'external-ips': ({ kubernetes, address, role }) => {
    if (minorOf(kubernetes) >= 36)
      return ['Kubernetes warns about externalIPs since 1.36', 'delete it: address makes Services of type LoadBalancer']
    if (role === 'edge')
      return ['it publishes components that only a cloud has', 'delete it: an edge is published by its address']
    return address === undefined ? ['it publishes at the address, and there is none', 'write address: …'] : undefined
  },
  'task-hardening': ({ kubernetes, release }) => {
    if (minorOf(kubernetes) < 36)
      return [
        'MutatingAdmissionPolicy is stable since Kubernetes 1.36',
        'delete it, or write kubernetes: "1.36" when the cluster is',
      ]
    return release === '3.2.8' ? undefined : [`release ${release} has no tasks in pods`, 'delete it']
  },
}

export const unfitFeature = {
  code: 'unfit-feature',
  severity: 'error',
  *check({ settings }) {
    for (const [index, name] of settings.features.entries()) {
      const unfit = laws[name]?.(settings)
      if (unfit)
        yield { path: ['features', index], message: `the feature "${name}" does not fit: ${unfit[0]}`, fix: unfit[1] }
    }
  },
} satisfies SettingsCheck
