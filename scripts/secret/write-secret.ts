import type { Credential } from './credential.ts'
import { writeExternalSecret } from './external/write-external-secret.ts'
import type { SecretTarget } from './plan-secrets.ts'
import { writeSealedSecret } from './sealed/write-sealed-secret.ts'
import { secretNameOf } from './secret-file.ts'
import { writeSopsSecret } from './sops/write-sops-secret.ts'

/** The text of a cluster's secret.yaml; undefined where its Secret is made outside Git. */
export async function writeSecret(
  { cluster, key }: SecretTarget,
  credential: Credential,
  now: Date,
): Promise<string | undefined> {
  const name = secretNameOf(cluster)
  switch (key.provider) {
    case 'existing':
      return undefined
    case 'sops':
      return writeSopsSecret(name, credential, key.recipient, now)
    case 'sealed-secrets':
      return writeSealedSecret(name, credential, key.publicKey)
    case 'external-secrets':
      return writeExternalSecret(name, key.store)
  }
}
