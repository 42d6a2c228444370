import type { KeyObject } from 'node:crypto'
import type { Credential } from '../credential.ts'
import type { SecretName } from '../secret-name.ts'
import { writeYaml } from '../write-yaml.ts'
import { sealValue } from './seal-value.ts'

/** The SealedSecret in the scope `strict`: it can be unsealed under this namespace and name only. */
export function writeSealedSecret(
  { name, namespace }: SecretName,
  { username, password }: Credential,
  publicKey: KeyObject,
): string {
  const label = `${namespace}/${name}`
  return writeYaml('Written by `npm run secret`; only the controller whose certificate was used can unseal it.', {
    apiVersion: 'bitnami.com/v1alpha1',
    kind: 'SealedSecret',
    metadata: { name, namespace, labels: { 'app.kubernetes.io/part-of': 'fogflow' } },
    spec: {
      encryptedData: {
        password: sealValue(password, publicKey, label),
        username: sealValue(username, publicKey, label),
      },
      template: {
        metadata: { name, namespace, labels: { 'app.kubernetes.io/part-of': 'fogflow' } },
        type: 'Opaque',
      },
    },
  })
}
