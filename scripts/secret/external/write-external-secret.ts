import type { SecretName } from '../secret-name.ts'
import { writeYaml } from '../write-yaml.ts'

/** What asks the External Secrets operator for the credential; it holds nothing secret. */
export function writeExternalSecret({ name, namespace }: SecretName, store: string, remoteKey: string): string {
  return writeYaml(`Written by \`npm run secret\`; the store keeps the credential under ${remoteKey}.`, {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name, namespace, labels: { 'app.kubernetes.io/part-of': 'fogflow' } },
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { kind: 'ClusterSecretStore', name: store },
      target: { name, creationPolicy: 'Owner' },
      data: ['username', 'password'].map(secretKey => ({
        secretKey,
        remoteRef: { key: remoteKey, property: secretKey },
      })),
    },
  })
}

/**
 * The key under which a store keeps the credential of a cloud and its edges: letters, digits and dashes, which the
 * stores of all cloud providers take.
 */
export const remoteKeyOf = (cloud: string): string => `fogflow-${cloud.replace(/[^A-Za-z0-9]+/g, '-')}-rabbitmq`
