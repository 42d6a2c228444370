import { versions } from 'kubernetes-json-schema'
import type { SettingsCheck } from '../settings-check.ts'

export const kubernetesVersion = {
  code: 'kubernetes-version',
  severity: 'error',
  *check({ settings: { kubernetes } }) {
    if (versions.some(version => version === kubernetes)) return
    const message = `there are no schemas of Kubernetes ${kubernetes}, so nothing for this cluster could be checked`
    yield { path: ['kubernetes'], message, fix: `write one of ${versions.map(version => `"${version}"`).join(', ')}` }
  },
} satisfies SettingsCheck
