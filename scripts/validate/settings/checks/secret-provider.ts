import type { ClusterSettings, Provider } from '../../../model/cluster.ts'
import type { SettingsCheck } from '../settings-check.ts'

/** What each provider cannot do without. */
const needs: Readonly<Record<Provider, keyof ClusterSettings['secrets'] | undefined>> = {
  existing: undefined,
  sops: 'ageRecipient',
  'sealed-secrets': 'certificate',
  'external-secrets': 'store',
}

export const secretProvider = {
  code: 'secret-provider',
  severity: 'error',
  *check({ settings: { engine, secrets } }) {
    const path = ['secrets', 'provider']
    if (secrets.provider === 'sops' && engine === 'argocd') {
      const message = 'Argo CD cannot decrypt what sops encrypts'
      yield { path, message, fix: 'write sealed-secrets, external-secrets or existing, or engine: flux' }
    }
    const key = needs[secrets.provider]
    if (key !== undefined && secrets[key] === undefined) {
      yield {
        path,
        message: `the provider "${secrets.provider}" needs secrets.${key}`,
        fix: `write secrets: { ${key}: … }`,
      }
    }
  },
} satisfies SettingsCheck
