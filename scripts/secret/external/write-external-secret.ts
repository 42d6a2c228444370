import type { SecretName } from '../secret-name.ts'
import { writeYaml } from '../write-yaml.ts'

/** Where the External Secrets operator finds the credential. */
export interface Store {
  readonly kind?: string
  readonly name: string
  /** What the store calls the entry with the properties `username` and `password`. */
  readonly key: string
}

/** What asks the External Secrets operator for the credential; it holds nothing secret. */
export function writeExternalSecret({ name, namespace }: SecretName, store: Store): string {
  return writeYaml(`Written by \`npm run secret\`; the store keeps the credential under ${store.key}.`, {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name, namespace, labels: { 'app.kubernetes.io/part-of': 'fogflow' } },
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { kind: store.kind ?? 'ClusterSecretStore', name: store.name },
      target: { name, creationPolicy: 'Owner' },
      data: ['username', 'password'].map(secretKey => ({
        secretKey,
        remoteRef: { key: store.key, property: secretKey },
      })),
    },
  })
}
