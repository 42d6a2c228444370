import type { SecretTarget } from './plan-secrets.ts'
import { secretNameOf } from './secret-file.ts'

/** What a person has to do where the password is kept outside Git. It names places, never the password. */
export function describeNext(target: SecretTarget, username: string): string | undefined {
  const { cluster, key } = target
  if (key.provider === 'external-secrets') {
    return `${cluster.name}: the store "${key.store.name}" must have the entry ${JSON.stringify(key.store.key)} with the properties username (${username}) and password`
  }
  if (key.provider !== 'existing') return undefined
  const { namespace, name } = secretNameOf(cluster)
  const make = `kubectl --namespace ${namespace} create secret generic ${name}`
  return [
    `${cluster.name}: its Secret is made outside Git. With the password in the variable "password" and kubectl at that cluster:`,
    `  printf %s "$password" | ${make} --from-literal=username=${username} --from-file=password=/dev/stdin`,
  ].join('\n')
}

/** Where nobody makes the password here: how to make one that FogFlow can use. */
export const describeMaking =
  'One password for the cloud and all its edges, letters and digits only: password=$(openssl rand -hex 32)'
